package org.redress.contract.sla;

import java.time.Instant;
import java.util.UUID;
import org.redress.contract.EventData;
import org.redress.contract.FieldRule;

/**
 * A clock runs no more.
 *
 * @param complaintId the complaint
 * @param clockId the clock
 * @param metric what it measured
 * @param cycle how often this metric has been started for the complaint, from 1
 * @param outcome how it ended
 * @param dueAt when it was due
 * @param endedAt when it ended
 */
public record ClockEnded(
        UUID complaintId, UUID clockId, Metric metric, int cycle, ClockOutcome outcome, Instant dueAt, Instant endedAt)
        implements SlaEvent {
    /** The wire name. */
    public static final String TYPE = "org.redress.clock-ended.v1";

    /** Checks the rules of single fields. */
    public ClockEnded {
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
