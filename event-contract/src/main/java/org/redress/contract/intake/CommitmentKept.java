package org.redress.contract.intake;

import java.time.Instant;
import java.util.UUID;
import org.redress.contract.Actor;
import org.redress.contract.EventData;

/**
 * A promise was kept.
 *
 * @param complaintId the complaint
 * @param commitmentId the promise
 * @param by who kept it
 * @param keptAt when
 */
public record CommitmentKept(UUID complaintId, UUID commitmentId, Actor by, Instant keptAt) implements IntakeEvent {
    /** The wire name. */
    public static final String TYPE = "org.redress.commitment-kept.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public byte[] data() {
        return EventData.write(this);
    }
}
