package org.redress.contract.intake;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.contract.Actor;
import org.redress.contract.EventData;

/**
 * A remedy did not arrive, or not as ordered, says who was to get it (R50).
 *
 * @param complaintId the complaint
 * @param remedyId the remedy
 * @param reason why, a code such as {@code NOT_ARRIVED}; optional
 * @param by who disputes it
 * @param disputedAt when
 */
public record RemedyDisputed(
        UUID complaintId, UUID remedyId, @Nullable String reason, Actor by, Instant disputedAt) implements IntakeEvent {
    /** The wire name. */
    public static final String TYPE = "org.redress.remedy-disputed.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public byte[] data() {
        return EventData.write(this);
    }
}
