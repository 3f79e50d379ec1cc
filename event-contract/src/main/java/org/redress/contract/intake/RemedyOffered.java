package org.redress.contract.intake;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.contract.Actor;
import org.redress.contract.EventData;
import org.redress.contract.FieldRule;

/**
 * A settlement was offered before a decision; who complains takes it or not (R35).
 *
 * @param complaintId the complaint
 * @param offerId the offer
 * @param remedy what is offered
 * @param amount how much, a decimal number as text; optional
 * @param currency its ISO 4217 code; optional
 * @param until until when it can be taken
 * @param by who offered it
 * @param offeredAt when
 */
public record RemedyOffered(
        UUID complaintId,
        UUID offerId,
        RemedyType remedy,
        @Nullable String amount,
        @Nullable String currency,
        Instant until,
        Actor by,
        Instant offeredAt)
        implements IntakeEvent {
    /** The wire name. */
    public static final String TYPE = "org.redress.remedy-offered.v1";

    /** Checks the rules of single fields. */
    public RemedyOffered {
        FieldRule.amount("amount", amount);
        FieldRule.currency("currency", currency);
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
