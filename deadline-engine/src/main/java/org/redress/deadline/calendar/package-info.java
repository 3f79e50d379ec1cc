/** Working time: open hours, rest days, holidays and worked weekends of one place, resolved by zone rules. */
@NullMarked
package org.redress.deadline.calendar;

import org.jspecify.annotations.NullMarked;
