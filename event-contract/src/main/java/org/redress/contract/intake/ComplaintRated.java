package org.redress.contract.intake;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.contract.Actor;
import org.redress.contract.EventData;
import org.redress.contract.FieldRule;

/**
 * The complainant rated what was done (R51).
 *
 * @param complaintId the complaint
 * @param handling the handling, from 1 to 5
 * @param seller the seller, from 1 to 5; optional
 * @param by who rated
 * @param ratedAt when
 */
public record ComplaintRated(
        UUID complaintId, int handling, @Nullable Integer seller, Actor by, Instant ratedAt) implements IntakeEvent {
    /** The wire name. */
    public static final String TYPE = "org.redress.complaint-rated.v1";

    /** Checks the rules of single fields. */
    public ComplaintRated {
        FieldRule.stars("handling", handling);
        FieldRule.stars("seller", seller);
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
