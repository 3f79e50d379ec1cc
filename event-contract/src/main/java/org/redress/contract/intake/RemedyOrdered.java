package org.redress.contract.intake;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.contract.Actor;
import org.redress.contract.EventData;
import org.redress.contract.FieldRule;

/**
 * A remedy is to be carried out (R50).
 *
 * @param complaintId the complaint
 * @param remedyId the remedy; its order to the platform has the same id and is never carried out twice
 * @param decisionId the decision that orders it; optional
 * @param remedy what is to be done
 * @param amount how much, a decimal number as text; optional
 * @param currency its ISO 4217 code; optional
 * @param dueAt by when; optional
 * @param by who ordered it
 * @param orderedAt when
 */
public record RemedyOrdered(
        UUID complaintId,
        UUID remedyId,
        @Nullable UUID decisionId,
        RemedyType remedy,
        @Nullable String amount,
        @Nullable String currency,
        @Nullable Instant dueAt,
        Actor by,
        Instant orderedAt)
        implements IntakeEvent {
    /** The wire name. */
    public static final String TYPE = "org.redress.remedy-ordered.v1";

    /** Checks the rules of single fields. */
    public RemedyOrdered {
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
