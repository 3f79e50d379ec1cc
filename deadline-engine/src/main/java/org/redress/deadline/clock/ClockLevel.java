package org.redress.deadline.clock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.deadline.policy.LevelKind;
import org.redress.deadline.policy.LevelTime;

/**
 * A level of one clock.
 *
 * @param firesAt null while the clock is paused and nothing is known to end that
 * @param fired whether that moment came, by the time asked about, before the clock ended
 */
public record ClockLevel(
        LevelTime at, LevelKind kind, String to, @Nullable Instant firesAt, boolean fired) {}
