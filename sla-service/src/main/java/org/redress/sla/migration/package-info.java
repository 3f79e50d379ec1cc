/** Moves open complaints to another policy version: previewed, in the background, complaint by complaint or not at all. */
@NullMarked
package org.redress.sla.migration;

import org.jspecify.annotations.NullMarked;
