package org.redress.contract.intake;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.contract.Actor;
import org.redress.contract.EventData;
import org.redress.contract.FieldRule;

/**
 * The complainant asked to hurry (R40).
 *
 * @param complaintId the complaint
 * @param count how often the complaint has been urged, from 1
 * @param channel the channel it came through; optional
 * @param by who urged, or who noted it
 * @param urgedAt when
 */
public record ComplaintUrged(
        UUID complaintId, int count, @Nullable Channel channel, Actor by, Instant urgedAt) implements IntakeEvent {
    /** The wire name. */
    public static final String TYPE = "org.redress.complaint-urged.v1";

    /** Checks the rules of single fields. */
    public ComplaintUrged {
        FieldRule.atLeast("count", count, 1);
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
