package org.redress.intake.progress;

import java.time.Instant;
import java.util.UUID;

/**
 * A clock of a case that ended.
 *
 * @param outcome {@code MET}, {@code MET_LATE} or {@code CANCELLED}
 */
public record ClockEnd(UUID clockId, String metric, int cycle, String outcome, Instant dueAt, Instant endedAt) {}
