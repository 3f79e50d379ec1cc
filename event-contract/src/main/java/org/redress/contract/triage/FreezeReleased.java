package org.redress.contract.triage;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.contract.Actor;
import org.redress.contract.EventData;

/**
 * A freeze is over (R21).
 *
 * @param complaintId the complaint
 * @param freezeId the freeze
 * @param reason why, a code or a short text without personal data; optional
 * @param platformReference the platform's own name for it; optional
 * @param by who released it
 * @param releasedAt when
 */
public record FreezeReleased(
        UUID complaintId,
        UUID freezeId,
        @Nullable String reason,
        @Nullable String platformReference,
        Actor by,
        Instant releasedAt)
        implements TriageEvent {
    /** The wire name. */
    public static final String TYPE = "org.redress.freeze-released.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public byte[] data() {
        return EventData.write(this);
    }
}
