/** The record of a complaint and how it is read: one case, the list, the timeline; knows nothing of how facts arrive. */
@NullMarked
package org.redress.intake.complaint;

import org.jspecify.annotations.NullMarked;
