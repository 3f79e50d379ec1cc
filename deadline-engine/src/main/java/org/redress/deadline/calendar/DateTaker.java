package org.redress.deadline.calendar;

/** Is handed the dates of a calendar, one after another. */
@FunctionalInterface
public interface DateTaker {
    /**
     * One date, cut to what was asked for.
     *
     * @param day what the date is
     * @param from epoch second at which it begins
     * @param to epoch second at which it, or what was asked for, ends
     * @param lastClose its last closing time, or its uncut end if it never opens
     * @param midnight its uncut end
     */
    void take(Day day, long from, long to, long lastClose, long midnight);
}
