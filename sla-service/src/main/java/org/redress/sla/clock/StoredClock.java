package org.redress.sla.clock;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A clock as it is stored: the last computation, less what has fired.
 *
 * @param state RUNNING, PAUSED, MET, BREACHED (open or met late), LAPSED or CANCELLED
 * @param dueAt null while it is paused and nothing known ends that
 * @param breachedAt the due time of a clock that passed it
 * @param armed what is still to fire
 * @param nextLevelAt the earliest of these
 * @param riskAt from when the clock is at risk, see {@link ComputedClock#riskAt}
 * @param pauses ascending, apart from each other
 */
public record StoredClock(
        UUID clockId,
        UUID complaintId,
        String platform,
        String metric,
        int cycle,
        String key,
        int rule,
        int policyVersion,
        String target,
        String unit,
        String state,
        Instant startedAt,
        @Nullable Instant dueAt,
        @Nullable Instant metAt,
        @Nullable Instant breachedAt,
        @Nullable Instant cancelledAt,
        List<ArmedLevel> armed,
        @Nullable Instant nextLevelAt,
        @Nullable Instant riskAt,
        List<StoredPause> pauses) {

    /** Whether a computed clock is this one. */
    public boolean isSameAs(ComputedClock computed) {
        return name().equals(computed.name());
    }

    ClockName name() {
        return new ClockName(metric, cycle, key);
    }

    /** When it ended, if it did. */
    @Nullable
    Instant endedAt() {
        return metAt != null ? metAt : cancelledAt;
    }

    /** MET, MET_LATE or CANCELLED for a clock that has ended. */
    @Nullable
    String outcome() {
        if (metAt != null) {
            return dueAt != null && metAt.isAfter(dueAt) ? "MET_LATE" : "MET";
        }
        return cancelledAt == null ? null : "CANCELLED";
    }

    /** The same clock, ended without being met or breached. */
    StoredClock neverOwed(Instant at) {
        return new StoredClock(
                clockId,
                complaintId,
                platform,
                metric,
                cycle,
                key,
                rule,
                policyVersion,
                target,
                unit,
                "CANCELLED",
                startedAt,
                dueAt,
                null,
                null,
                at,
                List.of(),
                null,
                riskAt,
                pauses);
    }

    /** The same clock with other levels still to fire. */
    StoredClock armedWith(List<ArmedLevel> levels, String newState, @Nullable Instant breached) {
        return new StoredClock(
                clockId,
                complaintId,
                platform,
                metric,
                cycle,
                key,
                rule,
                policyVersion,
                target,
                unit,
                newState,
                startedAt,
                dueAt,
                metAt,
                breached,
                cancelledAt,
                levels,
                earliest(levels),
                riskAt,
                pauses);
    }

    /** The earliest of some levels. */
    static @Nullable Instant earliest(List<ArmedLevel> levels) {
        return levels.stream()
                .map(ArmedLevel::firesAt)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
