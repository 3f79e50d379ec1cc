/** What the engine knows of a complaint: its facts and the events that happened to it, with their times. */
@NullMarked
package org.redress.deadline.complaint;

import org.jspecify.annotations.NullMarked;
