package org.redress.deadline.clock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.deadline.policy.PauseReason;

/**
 * A time during which a clock stood still, or is going to.
 *
 * @param to null while nothing is known to end it
 * @param by who opened it, as far as the event said
 */
public record ClockPause(
        PauseReason reason,
        Instant from,
        @Nullable Instant to,
        @Nullable String by) {}
