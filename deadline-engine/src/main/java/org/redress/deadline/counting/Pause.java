package org.redress.deadline.counting;

import org.jspecify.annotations.Nullable;
import org.redress.deadline.policy.PauseReason;

/**
 * A time during which a clock stands still, {@code [from, to)} in epoch seconds.
 *
 * @param to {@link Counting#NEVER} while nothing is known to end it
 * @param by who opened it, as far as is known
 */
public record Pause(
        long from, long to, PauseReason reason, @Nullable String by) {

    /** Whether that moment is in it. */
    public boolean holds(long moment) {
        return from <= moment && moment < to;
    }

    /** What an explanation says of it. */
    String label() {
        return "PAUSED:" + reason;
    }

    /** Whether the time just before that moment is in it: a day that ends at the moment ends paused. */
    boolean holdsUpTo(long moment) {
        return from < moment && moment <= to;
    }
}
