package org.redress.contract.intake;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.contract.Actor;
import org.redress.contract.EventData;

/**
 * A remedy is not to be carried out any more.
 *
 * @param complaintId the complaint
 * @param remedyId the remedy
 * @param reason why, a code such as {@code DECISION_REVOKED}; optional
 * @param by who cancelled it
 * @param cancelledAt when
 */
public record RemedyCancelled(
        UUID complaintId, UUID remedyId, @Nullable String reason, Actor by, Instant cancelledAt)
        implements IntakeEvent {
    /** The wire name. */
    public static final String TYPE = "org.redress.remedy-cancelled.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public byte[] data() {
        return EventData.write(this);
    }
}
