package org.redress.contract.intake;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.contract.Actor;
import org.redress.contract.EventData;

/**
 * A referral was taken back.
 *
 * @param complaintId the complaint
 * @param referralId the referral
 * @param reason why, a code such as {@code SETTLED_DIRECTLY}; optional
 * @param by who took it back
 * @param withdrawnAt when
 */
public record ReferralWithdrawn(
        UUID complaintId, UUID referralId, @Nullable String reason, Actor by, Instant withdrawnAt)
        implements IntakeEvent {
    /** The wire name. */
    public static final String TYPE = "org.redress.referral-withdrawn.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public byte[] data() {
        return EventData.write(this);
    }
}
