package org.redress.contract.intake;

import java.time.Instant;
import java.util.UUID;
import org.redress.contract.Actor;
import org.redress.contract.EventData;

/**
 * The complainant got an answer (R23). An answer from a template counts as none.
 *
 * @param complaintId the complaint
 * @param responseId the answer
 * @param template whether it is an automatic acknowledgement
 * @param by who answered
 * @param givenAt when
 */
public record ResponseGiven(UUID complaintId, UUID responseId, boolean template, Actor by, Instant givenAt)
        implements IntakeEvent {
    /** The wire name. */
    public static final String TYPE = "org.redress.response-given.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public byte[] data() {
        return EventData.write(this);
    }
}
