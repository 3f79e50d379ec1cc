package org.redress.contract.intake;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.contract.Actor;
import org.redress.contract.ActorRole;
import org.redress.contract.EventData;

/**
 * Somebody wrote on a complaint (R42). The words themselves stay with intake.
 *
 * @param complaintId the complaint
 * @param messageId the message
 * @param from whose words they are, also when somebody else typed them
 * @param to whom they are for, if not for everybody on the case; optional
 * @param by who entered them
 * @param postedAt when
 */
public record MessagePosted(
        UUID complaintId,
        UUID messageId,
        ActorRole from,
        @Nullable ActorRole to,
        Actor by,
        Instant postedAt) implements IntakeEvent {
    /** The wire name. */
    public static final String TYPE = "org.redress.message-posted.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public byte[] data() {
        return EventData.write(this);
    }
}
