package org.redress.service.due;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long a row is left alone after a failed attempt.
 *
 * @param first the most after the first attempt, at least a millisecond; it doubles with each
 * @param longest the most ever
 */
public record Backoff(Duration first, Duration longest) {
    private static final int LONGEST_SHIFT = 20;

    /**
     * The pause after an attempt: a random one between half the full pause and all of it, so that many rows that failed
     * together do not come back together.
     *
     * @param attempt which one failed, from 1
     */
    public Duration after(int attempt) {
        long full = Math.min(first.toMillis() << Math.min(attempt - 1, LONGEST_SHIFT), longest.toMillis());
        return Duration.ofMillis(full / 2 + ThreadLocalRandom.current().nextLong(full / 2 + 1));
    }

    /** The same, but no shorter than what the other side asked for. */
    public Duration after(int attempt, Duration asked) {
        Duration pause = after(attempt);
        return asked.compareTo(pause) > 0 ? asked : pause;
    }
}
