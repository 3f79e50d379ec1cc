package org.redress.intake.complaint;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time the complainant was promised.
 *
 * @param metric what is promised, e.g. {@code FIRST_RESPONSE}
 * @param target how long, in ISO-8601, e.g. {@code PT48H}
 * @param unit what the target counts, e.g. {@code ELAPSED}
 * @param dueAt the due time, once the clock runs
 * @param state {@code PROMISED} until the clock runs, then {@code RUNNING}, then {@code MET} or {@code MET_LATE}
 */
public record Promise(
        String metric, String target, String unit, @Nullable Instant dueAt, String state) {

    /** A promise at the moment of filing. */
    public static Promise atFiling(Enum<?> metric, String target, Enum<?> unit) {
        return new Promise(metric.name(), target, unit.name(), null, "PROMISED");
    }
}
