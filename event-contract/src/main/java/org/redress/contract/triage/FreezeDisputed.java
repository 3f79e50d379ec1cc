package org.redress.contract.triage;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.contract.Actor;
import org.redress.contract.EventData;

/**
 * The user whose account is frozen disputes the freeze (R21).
 *
 * @param complaintId the complaint
 * @param freezeId the freeze
 * @param reason why, a code or a short text without personal data; optional
 * @param by who disputes it
 * @param disputedAt when
 */
public record FreezeDisputed(
        UUID complaintId, UUID freezeId, @Nullable String reason, Actor by, Instant disputedAt) implements TriageEvent {
    /** The wire name. */
    public static final String TYPE = "org.redress.freeze-disputed.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public byte[] data() {
        return EventData.write(this);
    }
}
