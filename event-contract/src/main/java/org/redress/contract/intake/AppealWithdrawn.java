package org.redress.contract.intake;

import java.time.Instant;
import java.util.UUID;
import org.redress.contract.Actor;
import org.redress.contract.EventData;

/**
 * The complainant took an appeal back.
 *
 * @param complaintId the complaint
 * @param appealId the appeal
 * @param by who withdrew it
 * @param withdrawnAt when
 */
public record AppealWithdrawn(UUID complaintId, UUID appealId, Actor by, Instant withdrawnAt) implements IntakeEvent {
    /** The wire name. */
    public static final String TYPE = "org.redress.appeal-withdrawn.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public byte[] data() {
        return EventData.write(this);
    }
}
