package org.redress.intake.progress;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A clock of a case that runs, or runs anew with another target or due time.
 *
 * @param target ISO-8601
 * @param cycle the how-manieth clock of this metric it is
 */
public record ClockRun(
        UUID clockId, String metric, int cycle, String target, String unit, Instant startedAt, Instant dueAt) {
    /** What the complainant waits for from us; a case has one such clock at a time. */
    private static final Set<String> PROMISED = Set.of("FIRST_RESPONSE", "RESOLUTION", "FREEZE");

    /** Whether a clock of this metric is shown as a promise. */
    static boolean isPromised(String metric) {
        return PROMISED.contains(metric);
    }
}
