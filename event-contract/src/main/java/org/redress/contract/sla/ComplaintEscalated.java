package org.redress.contract.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.contract.EventData;
import org.redress.contract.FieldRule;
import org.redress.contract.Tier;

/**
 * An escalation level of a clock fell due.
 *
 * @param complaintId the complaint
 * @param clockId the clock
 * @param metric what the clock measures
 * @param cycle how often this metric has been started for the complaint, from 1
 * @param level position of the level in its rule, from 0
 * @param kind what the level means
 * @param to who is addressed, as the policy names it, for example {@code OWNER}
 * @param dueAt when the clock is due
 * @param firesAt when the level fell due; never later than {@code detectedAt}
 * @param detectedAt when that was noticed, on the database's clock
 * @param lateBy from {@code firesAt} to {@code detectedAt}, not negative
 * @param toTier the tier the complaint is to move to; optional
 * @param action what is to be done; optional, without it what {@code toTier} says
 */
public record ComplaintEscalated(
        UUID complaintId,
        UUID clockId,
        Metric metric,
        int cycle,
        int level,
        LevelKind kind,
        String to,
        Instant dueAt,
        Instant firesAt,
        Instant detectedAt,
        Duration lateBy,
        @Nullable Tier toTier,
        @Nullable EscalationAction action)
        implements SlaEvent {
    /** The wire name. */
    public static final String TYPE = "org.redress.complaint-escalated.v1";

    /** Checks the rules of single fields. */
    public ComplaintEscalated {
        FieldRule.atLeast("cycle", cycle, 1);
        FieldRule.atLeast("level", level, 0);
        FieldRule.notNegative("lateBy", lateBy);
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
