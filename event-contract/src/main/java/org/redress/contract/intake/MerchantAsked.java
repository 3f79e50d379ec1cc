package org.redress.contract.intake;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.contract.Actor;
import org.redress.contract.EventData;

/**
 * The merchant was asked for a statement (R07).
 *
 * @param complaintId the complaint
 * @param requestId the question
 * @param merchantId the merchant, as the platform names it; optional
 * @param dueAt until when the statement is waited for
 * @param by who asked
 * @param askedAt when
 */
public record MerchantAsked(
        UUID complaintId, UUID requestId, @Nullable String merchantId, Instant dueAt, Actor by, Instant askedAt)
        implements IntakeEvent {
    /** The wire name. */
    public static final String TYPE = "org.redress.merchant-asked.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public byte[] data() {
        return EventData.write(this);
    }
}
