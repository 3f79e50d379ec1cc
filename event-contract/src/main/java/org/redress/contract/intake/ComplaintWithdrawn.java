package org.redress.contract.intake;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.contract.Actor;
import org.redress.contract.EventData;

/**
 * The complainant took the complaint back.
 *
 * @param complaintId the complaint
 * @param reason why, a code such as {@code SOLVED_OTHERWISE}; optional
 * @param by who withdrew it
 * @param withdrawnAt when
 */
public record ComplaintWithdrawn(UUID complaintId, @Nullable String reason, Actor by, Instant withdrawnAt)
        implements IntakeEvent {
    /** The wire name. */
    public static final String TYPE = "org.redress.complaint-withdrawn.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public byte[] data() {
        return EventData.write(this);
    }
}
