package org.redress.contract.intake;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.contract.Actor;
import org.redress.contract.EventData;
import org.redress.contract.FieldRule;

/**
 * A remedy was carried out (R50).
 *
 * @param complaintId the complaint
 * @param remedyId the remedy
 * @param platformReference the platform's own name for what it did; optional
 * @param evidenceId the proof; optional
 * @param carriedOutAt when the platform carried it out, by its own clock; optional
 * @param receiptSha256 the SHA-256 of the platform's receipt, 64 hexadecimal digits; optional
 * @param by who carried it out
 * @param executedAt when
 */
public record RemedyExecuted(
        UUID complaintId,
        UUID remedyId,
        @Nullable String platformReference,
        @Nullable UUID evidenceId,
        @Nullable Instant carriedOutAt,
        @Nullable String receiptSha256,
        Actor by,
        Instant executedAt)
        implements IntakeEvent {
    /** The wire name. */
    public static final String TYPE = "org.redress.remedy-executed.v1";

    /** Checks the rules of single fields. */
    public RemedyExecuted {
        FieldRule.sha256("receiptSha256", receiptSha256);
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
