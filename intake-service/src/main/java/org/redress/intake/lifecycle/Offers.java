package org.redress.intake.lifecycle;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.contract.intake.OfferOutcome;
import org.redress.contract.intake.RemedyOfferEnded;

/** How offers end. */
final class Offers {
    private Offers() {}

    /** Ends one offer, as a command of its own. */
    static Outcome ended(Case before, Moment moment, UUID offerId, OfferOutcome how) {
        Part.Offer offer = before.find(Part.Offer.class, offerId).orElse(null);
        if (offer == null || !offer.open()) {
            return new Outcome.Refused(offer == null ? Refusal.NO_SUCH_PART : Refusal.ENDED);
        }
        Change change = new Change(before, moment);
        end(change, offer, how, null);
        return change.done(offerId);
    }

    /** Something else came first: a decision, or the complaint was taken back. */
    static void overtake(Change change) {
        change.current().open(Part.Offer.class).forEach(offer -> end(change, offer, OfferOutcome.OVERTAKEN, null));
    }

    static void end(Change change, Part.Offer offer, OfferOutcome how, @Nullable UUID remedyId) {
        Moment moment = change.moment();
        change.put(offer.ended(how, remedyId, moment.now()));
        change.tell(new RemedyOfferEnded(change.complaintId(), offer.id(), how, remedyId, moment.by(), moment.now()));
    }
}
