package org.redress.intake.lifecycle;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.contract.intake.OfferOutcome;
import org.redress.contract.intake.RemedyOffered;

/** A settlement before a decision: offered by one side, taken or not by the other (R35). */
public sealed interface OfferCommand extends Command {

    /**
     * Offers a settlement; one at a time.
     *
     * @param until until when it can be taken
     */
    record OfferRemedy(
            RemedyOrder order, Instant until, @Nullable String words) implements OfferCommand {
        @Override
        public Act act() {
            return Act.OFFER_REMEDY;
        }

        @Override
        public Outcome on(Case before, Moment moment) {
            Refusal refusal = refusal(before, moment);
            if (refusal != null) {
                return new Outcome.Refused(refusal);
            }
            UUID id = moment.newId();
            Change change = new Change(before, moment);
            change.put(new Part.Offer(
                    id,
                    order.type(),
                    order.amount(),
                    order.currency(),
                    order.dueAt(),
                    until,
                    moment.now(),
                    null,
                    null,
                    null));
            change.tell(new RemedyOffered(
                    change.complaintId(),
                    id,
                    order.type(),
                    order.amount(),
                    order.currency(),
                    until,
                    moment.by(),
                    moment.now()));
            return change.done(id);
        }

        private @Nullable Refusal refusal(Case before, Moment moment) {
            if (!before.facts().triaged()) {
                return Refusal.NOT_TRIAGED;
            }
            if (!before.open(Part.Offer.class).isEmpty()) {
                return Refusal.OFFER_OPEN;
            }
            if (!until.isAfter(moment.now()) || !order.dueAt().isAfter(until)) {
                return Refusal.OFFER_UNTIL;
            }
            return Granting.refusal(before, moment, order);
        }
    }

    /** Takes the settlement: its remedy is ordered. */
    record AcceptOffer(UUID offerId, @Nullable String words) implements OfferCommand {
        @Override
        public Act act() {
            return Act.ACCEPT_OFFER;
        }

        @Override
        public Outcome on(Case before, Moment moment) {
            Part.Offer offer = before.find(Part.Offer.class, offerId).orElse(null);
            Refusal refusal = waiting(offer, moment);
            if (offer == null || refusal != null) {
                return new Outcome.Refused(refusal == null ? Refusal.NO_SUCH_PART : refusal);
            }
            Refusal against = Granting.refusal(before, moment, offer.order());
            if (against != null) {
                return new Outcome.Refused(against);
            }
            Change change = new Change(before, moment);
            UUID remedy = moment.newId();
            Offers.end(change, offer, OfferOutcome.ACCEPTED, remedy);
            Rulings.order(change, remedy, offer.order(), null);
            return change.done(remedy);
        }
    }

    /** Does not take the settlement; the case goes on (R35). */
    record RefuseOffer(UUID offerId, @Nullable String words) implements OfferCommand {
        @Override
        public Act act() {
            return Act.REFUSE_OFFER;
        }

        @Override
        public Outcome on(Case before, Moment moment) {
            return Offers.ended(before, moment, offerId, OfferOutcome.REFUSED);
        }
    }

    /** Takes the offer back before it was answered. */
    record WithdrawOffer(UUID offerId, String words) implements OfferCommand {
        @Override
        public Act act() {
            return Act.WITHDRAW_OFFER;
        }

        @Override
        public boolean needsWords() {
            return true;
        }

        @Override
        public Outcome on(Case before, Moment moment) {
            return Offers.ended(before, moment, offerId, OfferOutcome.WITHDRAWN);
        }
    }

    /** What speaks against answering; an offer is over with its time, whether anybody noticed or not. */
    private static @Nullable Refusal waiting(Part.@Nullable Offer offer, Moment moment) {
        if (offer == null) {
            return Refusal.NO_SUCH_PART;
        }
        return offer.open() && !moment.now().isAfter(offer.until()) ? null : Refusal.ENDED;
    }
}
