package org.redress.contract.triage;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.contract.EventData;

/**
 * The platform acknowledged a freeze (R21).
 *
 * @param complaintId the complaint
 * @param freezeId the freeze
 * @param platformReference the platform's own name for it; optional
 * @param confirmedAt when the platform acknowledged it
 */
public record FreezeConfirmed(
        UUID complaintId, UUID freezeId, @Nullable String platformReference, Instant confirmedAt)
        implements TriageEvent {
    /** The wire name. */
    public static final String TYPE = "org.redress.freeze-confirmed.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public byte[] data() {
        return EventData.write(this);
    }
}
