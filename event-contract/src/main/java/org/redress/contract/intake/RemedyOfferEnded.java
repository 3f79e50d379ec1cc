package org.redress.contract.intake;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.contract.Actor;
import org.redress.contract.EventData;

/**
 * An offered settlement was taken, refused, taken back, or is over (R35).
 *
 * @param complaintId the complaint
 * @param offerId the offer
 * @param outcome how it ended
 * @param remedyId the remedy that is ordered with it; only if it was taken
 * @param by who ended it; {@code SYSTEM} when its time passed
 * @param endedAt when
 */
public record RemedyOfferEnded(
        UUID complaintId,
        UUID offerId,
        OfferOutcome outcome,
        @Nullable UUID remedyId,
        Actor by,
        Instant endedAt) implements IntakeEvent {
    /** The wire name. */
    public static final String TYPE = "org.redress.remedy-offer-ended.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public byte[] data() {
        return EventData.write(this);
    }
}
