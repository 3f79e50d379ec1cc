/** The shipped calendars, with the statutory dates of a kept library. Counts nothing itself. */
@NullMarked
package org.redress.sla.calendar;

import org.jspecify.annotations.NullMarked;
