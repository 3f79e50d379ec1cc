package org.redress.contract.intake;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.contract.Actor;
import org.redress.contract.EventData;

/**
 * The body outside answered (R34).
 *
 * @param complaintId the complaint
 * @param referralId the referral
 * @param outcome what it answered, a code such as {@code SETTLED}; optional
 * @param reference the body's own number for it; optional
 * @param by who recorded the answer
 * @param answeredAt when it answered
 */
public record ReferralAnswered(
        UUID complaintId,
        UUID referralId,
        @Nullable String outcome,
        @Nullable String reference,
        Actor by,
        Instant answeredAt)
        implements IntakeEvent {
    /** The wire name. */
    public static final String TYPE = "org.redress.referral-answered.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public byte[] data() {
        return EventData.write(this);
    }
}
