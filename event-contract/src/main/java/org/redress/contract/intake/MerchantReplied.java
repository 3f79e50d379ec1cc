package org.redress.contract.intake;

import java.time.Instant;
import java.util.UUID;
import org.redress.contract.Actor;
import org.redress.contract.EventData;

/**
 * The merchant made the statement asked for (R07).
 *
 * @param complaintId the complaint
 * @param requestId the question that it answers
 * @param by who replied
 * @param repliedAt when
 */
public record MerchantReplied(UUID complaintId, UUID requestId, Actor by, Instant repliedAt) implements IntakeEvent {
    /** The wire name. */
    public static final String TYPE = "org.redress.merchant-replied.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public byte[] data() {
        return EventData.write(this);
    }
}
