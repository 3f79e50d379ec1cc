package org.redress.contract.triage;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.contract.Actor;
import org.redress.contract.EventData;

/**
 * A person looked at a freeze and it stays (R21).
 *
 * @param complaintId the complaint
 * @param freezeId the freeze
 * @param reason why, a code or a short text without personal data; optional
 * @param by who upheld it
 * @param upheldAt when
 */
public record FreezeUpheld(
        UUID complaintId, UUID freezeId, @Nullable String reason, Actor by, Instant upheldAt) implements TriageEvent {
    /** The wire name. */
    public static final String TYPE = "org.redress.freeze-upheld.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public byte[] data() {
        return EventData.write(this);
    }
}
