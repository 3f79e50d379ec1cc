package org.redress.contract.intake;

import java.time.Instant;
import java.util.UUID;
import org.redress.contract.Actor;
import org.redress.contract.EventData;

/**
 * Somebody on our side promised something by a time of its own (R40).
 *
 * @param complaintId the complaint
 * @param commitmentId the promise
 * @param dueAt the promised time
 * @param by who promised
 * @param madeAt when
 */
public record CommitmentMade(UUID complaintId, UUID commitmentId, Instant dueAt, Actor by, Instant madeAt)
        implements IntakeEvent {
    /** The wire name. */
    public static final String TYPE = "org.redress.commitment-made.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public byte[] data() {
        return EventData.write(this);
    }
}
