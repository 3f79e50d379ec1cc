package org.redress.deadline.counting;

/**
 * A time during which a clock stands still, {@code [from, to)} in epoch seconds.
 *
 * @param to {@link Counting#NEVER} while nothing is known to end it
 * @param label what an explanation says of it
 */
public record Pause(long from, long to, String label) {

    /** Whether that moment is in it. */
    public boolean holds(long moment) {
        return from <= moment && moment < to;
    }

    /** Whether the time just before that moment is in it: a day that ends at the moment ends paused. */
    boolean holdsUpTo(long moment) {
        return from < moment && moment <= to;
    }
}
