package org.redress.contract.intake;

import java.time.Instant;
import java.util.UUID;
import org.redress.contract.Actor;
import org.redress.contract.EventData;

/**
 * A remedy arrived, says who was to get it (R50).
 *
 * @param complaintId the complaint
 * @param remedyId the remedy
 * @param by who confirmed it; {@code SYSTEM} when the time to do so passed
 * @param confirmedAt when
 */
public record RemedyConfirmed(UUID complaintId, UUID remedyId, Actor by, Instant confirmedAt) implements IntakeEvent {
    /** The wire name. */
    public static final String TYPE = "org.redress.remedy-confirmed.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public byte[] data() {
        return EventData.write(this);
    }
}
