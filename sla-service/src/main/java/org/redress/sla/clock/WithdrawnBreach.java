package org.redress.sla.clock;

import java.time.Instant;
import java.util.UUID;

/**
 * A recorded breach that does not count any more.
 *
 * @param clock as it stands now
 * @param breachId of the record, which stays
 * @param dueAt the due time that was recorded as passed
 * @param reason see {@link ClockChanges.UndoneBreach}
 * @param withdrawnAt on the database's clock
 */
public record WithdrawnBreach(StoredClock clock, UUID breachId, Instant dueAt, String reason, Instant withdrawnAt) {}
