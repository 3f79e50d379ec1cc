package org.redress.contract.intake;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.contract.Actor;
import org.redress.contract.EventData;

/**
 * A remedy is being taken back while the platform may be carrying it out; what it says ends it as cancelled or as executed.
 *
 * @param complaintId the complaint
 * @param remedyId the remedy
 * @param reason why, a code such as {@code DECISION_CHANGED}; optional
 * @param by who takes it back
 * @param recalledAt when
 */
public record RemedyRecalled(
        UUID complaintId, UUID remedyId, @Nullable String reason, Actor by, Instant recalledAt) implements IntakeEvent {
    /** The wire name. */
    public static final String TYPE = "org.redress.remedy-recalled.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public byte[] data() {
        return EventData.write(this);
    }
}
