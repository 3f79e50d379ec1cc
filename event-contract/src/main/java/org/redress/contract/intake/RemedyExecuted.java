package org.redress.contract.intake;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.contract.Actor;
import org.redress.contract.EventData;

/**
 * A remedy was carried out (R50).
 *
 * @param complaintId the complaint
 * @param remedyId the remedy
 * @param platformReference the platform's own name for what it did; optional
 * @param evidenceId the proof; optional
 * @param by who carried it out
 * @param executedAt when
 */
public record RemedyExecuted(
        UUID complaintId,
        UUID remedyId,
        @Nullable String platformReference,
        @Nullable UUID evidenceId,
        Actor by,
        Instant executedAt)
        implements IntakeEvent {
    /** The wire name. */
    public static final String TYPE = "org.redress.remedy-executed.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public byte[] data() {
        return EventData.write(this);
    }
}
