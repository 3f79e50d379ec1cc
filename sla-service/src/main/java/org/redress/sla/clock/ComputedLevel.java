package org.redress.sla.clock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A level of a clock as computed.
 *
 * @param level position in the rule, from 0
 * @param at where it lies, as the policy writes it
 * @param kind WARNING, BREACH, ESCALATION or LAPSE
 * @param addressee who is told, as the policy names it
 * @param firesAt when, in UTC; null while the clock is paused and nothing known ends that
 */
public record ComputedLevel(
        int level,
        String at,
        String kind,
        String addressee,
        @Nullable Instant firesAt) {

    /** The same level at another time, or never. */
    ComputedLevel at(@Nullable Instant other) {
        return new ComputedLevel(level, at, kind, addressee, other);
    }
}
