/** Calendars in versions: the shipped ones, with the statutory dates of a kept library, and platforms' own. Counts nothing. */
@NullMarked
package org.redress.sla.calendar;

import org.jspecify.annotations.NullMarked;
