package org.redress.contract.sla;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.contract.EventData;
import org.redress.contract.FieldRule;

/**
 * A recorded breach does not count: what was told after it shows that the clock ended in time, was due later or was
 * never owed. The record of the breach stays; should the clock be breached after all, that is another breach.
 *
 * @param complaintId the complaint
 * @param clockId the clock
 * @param metric what the clock measures
 * @param cycle how often this metric has been started for the complaint, from 1
 * @param breachId the breach, as {@code GET /api/v1/sla/breaches} names it; optional
 * @param dueAt when the clock was due
 * @param metAt when it was met, not after {@code dueAt}; optional
 * @param cancelledAt when it ended without being met, not after {@code dueAt}; optional
 * @param reason why, a code: {@code MET_IN_TIME}, {@code CANCELLED_IN_TIME}, {@code DUE_LATER} for a clock that runs on
 *     towards a later due time, or {@code NOT_OWED} for one that should never have run
 * @param withdrawnAt when that was noticed, on the database's clock
 */
public record BreachWithdrawn(
        UUID complaintId,
        UUID clockId,
        Metric metric,
        int cycle,
        @Nullable UUID breachId,
        Instant dueAt,
        @Nullable Instant metAt,
        @Nullable Instant cancelledAt,
        String reason,
        Instant withdrawnAt)
        implements SlaEvent {
    /** The wire name. */
    public static final String TYPE = "org.redress.breach-withdrawn.v1";

    /** Checks the rules of single fields. */
    public BreachWithdrawn {
        FieldRule.atLeast("cycle", cycle, 1);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public byte[] data() {
        return EventData.write(this);
    }
}
