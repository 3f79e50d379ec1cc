package org.redress.contract.intake;

import java.time.Instant;
import java.util.UUID;
import org.redress.contract.Actor;
import org.redress.contract.EventData;

/**
 * A complaint is over.
 *
 * @param complaintId the complaint
 * @param cause why, a code such as {@code DECIDED} or {@code SETTLED}
 * @param by who closed it; {@code SYSTEM} when a rule did
 * @param closedAt when
 */
public record ComplaintClosed(UUID complaintId, String cause, Actor by, Instant closedAt) implements IntakeEvent {
    /** The wire name. */
    public static final String TYPE = "org.redress.complaint-closed.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public byte[] data() {
        return EventData.write(this);
    }
}
