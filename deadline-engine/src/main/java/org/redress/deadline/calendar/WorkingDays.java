package org.redress.deadline.calendar;

import java.util.Arrays;

/**
 * Working days of one calendar by the moments they end, in epoch seconds: counted and found by binary search, not by walking.
 * Immutable but for the years its {@link WorkingTime} keeps; safe for any thread.
 */
public final class WorkingDays {
    private final WorkingTime time;
    private final Calendar calendar;
    private final boolean atClose;

    WorkingDays(WorkingTime time, Calendar calendar, boolean atClose) {
        this.time = time;
        this.calendar = calendar;
        this.atClose = atClose;
    }

    /** How many end in {@code (after, upTo]}. */
    public long between(long after, long upTo) {
        if (upTo <= after) {
            return 0;
        }
        int first = time.yearNumber(after);
        int last = time.yearNumber(upTo);
        long count = position(ends(last), upTo) - position(ends(first), after);
        for (int year = first; year < last; year++) {
            count += ends(year).length;
        }
        return count;
    }

    /**
     * When the n-th of those that end after that moment ends.
     *
     * @param n at least 1
     * @throws UnreachableTimeException if eleven years hold fewer
     */
    public long end(long after, long n) {
        int first = time.yearNumber(after);
        long wanted = position(ends(first), after) + n - 1;
        for (int year = first; year <= first + WorkingTime.YEARS_AT_MOST + 1; year++) {
            long[] ends = ends(year);
            if (wanted < ends.length) {
                return ends[(int) wanted];
            }
            wanted -= ends.length;
        }
        throw new UnreachableTimeException(calendar, "ten years hold less than " + n + " working days");
    }

    private long[] ends(int year) {
        return time.year(year).ends(atClose);
    }

    /** How many of a year end by that moment. */
    private static long position(long[] ends, long moment) {
        int found = Arrays.binarySearch(ends, moment);
        return found >= 0 ? found + 1 : -found - 1;
    }
}
