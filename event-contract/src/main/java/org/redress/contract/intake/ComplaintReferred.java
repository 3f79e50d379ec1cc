package org.redress.contract.intake;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.contract.Actor;
import org.redress.contract.EventData;

/**
 * A complaint was handed to a body outside (R34).
 *
 * @param complaintId the complaint
 * @param referralId the referral
 * @param body the body, as the platform's profile names it, for example {@code 12315}
 * @param reference the body's own number for it; optional
 * @param dueAt until when its answer is expected; optional
 * @param by who referred it
 * @param referredAt when
 */
public record ComplaintReferred(
        UUID complaintId,
        UUID referralId,
        String body,
        @Nullable String reference,
        @Nullable Instant dueAt,
        Actor by,
        Instant referredAt)
        implements IntakeEvent {
    /** The wire name. */
    public static final String TYPE = "org.redress.complaint-referred.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public byte[] data() {
        return EventData.write(this);
    }
}
