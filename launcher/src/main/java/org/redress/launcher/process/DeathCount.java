package org.redress.launcher.process;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How often one part died lately, and what follows: a pause that doubles, and in the end giving up. Time is counted in
 * nanoseconds of {@link System#nanoTime()}. Not thread-safe.
 */
final class DeathCount {
    static final int LIMIT = 5;
    private static final long WINDOW_NANOS = Duration.ofMinutes(1).toNanos();
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

    private final Deque<Long> deaths = new ArrayDeque<>();
    private int inARowNeverReady;

    /**
     * Notes a death.
     *
     * @param wasReady whether the process had become ready in this life
     * @return whether that was one too many: five within a minute, or five in a row that never became ready
     */
    boolean tooMany(long now, boolean wasReady) {
        deaths.addLast(now);
        while (now - deaths.getFirst() > WINDOW_NANOS) {
            deaths.removeFirst();
        }
        inARowNeverReady = wasReady ? 0 : inARowNeverReady + 1;
        return deaths.size() >= LIMIT || inARowNeverReady >= LIMIT;
    }

    /** How long to wait before the next start: nearly nothing after a single death, longer after each one more. */
    Duration pause() {
        return FIRST_PAUSE.multipliedBy(1L << Math.max(0, Math.min(deaths.size() - 1, 4)));
    }
}
