package org.redress.contract.intake;

import java.time.Instant;
import java.util.UUID;
import org.redress.contract.Actor;
import org.redress.contract.EventData;
import org.redress.contract.FieldRule;

/**
 * A closed or decided complaint goes on.
 *
 * @param complaintId the complaint
 * @param count how often it has been reopened, from 1
 * @param cause why, a code such as {@code REMEDY_DISPUTED}
 * @param by who reopened it; {@code SYSTEM} when a rule did
 * @param reopenedAt when
 */
public record ComplaintReopened(UUID complaintId, int count, String cause, Actor by, Instant reopenedAt)
        implements IntakeEvent {
    /** The wire name. */
    public static final String TYPE = "org.redress.complaint-reopened.v1";

    /** Checks the rules of single fields. */
    public ComplaintReopened {
        FieldRule.atLeast("count", count, 1);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public byte[] data() {
        return EventData.write(this);
    }
}
