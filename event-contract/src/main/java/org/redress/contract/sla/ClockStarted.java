package org.redress.contract.sla;

import java.time.Instant;
import java.util.UUID;
import org.redress.contract.EventData;
import org.redress.contract.FieldRule;

/**
 * A clock runs. Sent again with the same {@code clockId} when its rule or its due time changes: the highest sequence holds.
 *
 * @param complaintId the complaint
 * @param clockId the clock
 * @param metric what it measures
 * @param cycle how often this metric has been started for the complaint, from 1
 * @param rule position of the rule in the policy's clocks, from 0
 * @param policyVersion the version of the platform's policy
 * @param target the target as the policy writes it, for example {@code PT48H} or {@code P7D}
 * @param unit what the target counts
 * @param startedAt when it started
 * @param dueAt when it is due
 */
public record ClockStarted(
        UUID complaintId,
        UUID clockId,
        Metric metric,
        int cycle,
        int rule,
        int policyVersion,
        String target,
        TargetUnit unit,
        Instant startedAt,
        Instant dueAt)
        implements SlaEvent {
    /** The wire name. */
    public static final String TYPE = "org.redress.clock-started.v1";

    /** Checks the rules of single fields. */
    public ClockStarted {
        FieldRule.atLeast("cycle", cycle, 1);
        FieldRule.atLeast("rule", rule, 0);
        FieldRule.atLeast("policyVersion", policyVersion, 1);
        FieldRule.period("target", target);
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
