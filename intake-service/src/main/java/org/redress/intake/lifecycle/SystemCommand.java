package org.redress.intake.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.contract.intake.DecisionOutcome;
import org.redress.contract.intake.OfferOutcome;
import org.redress.contract.intake.RemedyConfirmed;
import org.redress.contract.intake.RemedyDisputed;
import org.redress.intake.complaint.ComplaintStatus;

/**
 * What time alone, or a rule of the platform, brings about. Never refused: what does not apply, because it came late or twice,
 * does nothing. A window is over when its own time on the case is, whatever a clock says.
 */
public sealed interface SystemCommand extends Command {
    @Override
    default @Nullable String words() {
        return null;
    }

    /** The time to supply material passed: the case goes on without it. */
    record LapseSupplement() implements SystemCommand {
        @Override
        public Act act() {
            return Act.LAPSE_SUPPLEMENT;
        }

        @Override
        public Outcome on(Case before, Moment moment) {
            Change change = new Change(before, moment);
            before.open(Waiting.MaterialsRequest.class).stream()
                    .filter(request -> !request.dueAt().isAfter(moment.now()))
                    .forEach(request -> change.put(request.ended(moment.now())).to(before.atWork()));
            return change.done(change.complaintId());
        }
    }

    /** The time to appeal passed: a case on which nothing is open is closed. */
    record LapseAppeal() implements SystemCommand {
        @Override
        public Act act() {
            return Act.LAPSE_APPEAL;
        }

        @Override
        public Outcome on(Case before, Moment moment) {
            Change change = new Change(before, moment);
            Closing.closeIfOver(change, "APPEAL_WINDOW_OVER");
            return change.done(change.complaintId());
        }
    }

    /**
     * The time to confirm or dispute a remedy passed: it counts as arrived. A window that closed before the remedy was carried
     * out anew says nothing of what came then.
     *
     * @param until when the window closed
     */
    record LapseConfirmation(UUID remedyId, Instant until) implements SystemCommand {
        @Override
        public Act act() {
            return Act.LAPSE_CONFIRMATION;
        }

        @Override
        public Outcome on(Case before, Moment moment) {
            Change change = new Change(before, moment);
            return change.ifPart(Part.Remedy.class, remedyId, this::isOver, remedy -> {
                change.put(remedy.become(RemedyState.CONFIRMED, moment.now()));
                change.tell(new RemedyConfirmed(change.complaintId(), remedyId, moment.by(), moment.now()));
                Closing.closeIfOver(change, "REMEDIES_DONE");
            });
        }

        private boolean isOver(Part.Remedy remedy) {
            return remedy.state() == RemedyState.EXECUTED && remedy.changedAt().isBefore(until);
        }
    }

    /** A remedy was not carried out in time: it counts as disputed, and a decided case goes on (R50). */
    record OverdueRemedy(UUID remedyId) implements SystemCommand {
        @Override
        public Act act() {
            return Act.OVERDUE_REMEDY;
        }

        @Override
        public Outcome on(Case before, Moment moment) {
            Change change = new Change(before, moment);
            return change.ifPart(Part.Remedy.class, remedyId, remedy -> isOverdue(remedy, moment), remedy -> {
                change.put(remedy.become(RemedyState.DISPUTED, moment.now()));
                change.tell(new RemedyDisputed(change.complaintId(), remedyId, "OVERDUE", moment.by(), moment.now()));
                if (before.status() == ComplaintStatus.DECIDED) {
                    change.reopen("REMEDY_OVERDUE");
                }
            });
        }

        private static boolean isOverdue(Part.Remedy remedy, Moment moment) {
            return remedy.state() == RemedyState.ORDERED && !remedy.dueAt().isAfter(moment.now());
        }
    }

    /** The time to take an offered settlement passed (R35). */
    record LapseOffer(UUID offerId) implements SystemCommand {
        @Override
        public Act act() {
            return Act.LAPSE_OFFER;
        }

        @Override
        public Outcome on(Case before, Moment moment) {
            Change change = new Change(before, moment);
            return change.ifPart(
                    Part.Offer.class,
                    offerId,
                    offer -> offer.open() && moment.now().isAfter(offer.until()),
                    offer -> Offers.end(change, offer, OfferOutcome.LAPSED, null));
        }
    }

    /**
     * The platform said that it does not carry out what is taken back: it is cancelled, and what a later decision counted
     * on is ordered in its place.
     */
    record SettleRecall(UUID remedyId) implements SystemCommand {
        @Override
        public Act act() {
            return Act.SETTLE_RECALL;
        }

        @Override
        public Outcome on(Case before, Moment moment) {
            Change change = new Change(before, moment);
            return change.ifPart(
                    Part.Remedy.class, remedyId, remedy -> remedy.state() == RemedyState.RECALLED, remedy -> {
                        Rulings.cancel(change, remedy, "RECALLED");
                        orderInstead(change, remedy);
                    });
        }

        private static void orderInstead(Change change, Part.Remedy remedy) {
            Part.Instead instead = remedy.instead();
            boolean holds = instead != null
                    && change.current()
                            .standingDecision()
                            .filter(decision -> decision.id().equals(instead.decisionId()))
                            .isPresent();
            for (Part.Instead one = holds ? instead : null; one != null; one = one.more()) {
                var order = new RemedyOrder(remedy.type(), one.amount(), remedy.currency(), one.dueAt());
                Rulings.order(change, order, one.decisionId());
            }
        }
    }

    /**
     * A micro-claim is settled by the platform's rule (R55). A case that a person has taken in hand is left to them: one
     * that something was decided, ordered, asked or promised on.
     *
     * @param rule the basis of the decision
     * @param words its reasons, in the complainant's language
     */
    record SettleByRule(String rule, RemedyOrder remedy, String words) implements SystemCommand {
        @Override
        public Act act() {
            return Act.SETTLE_BY_RULE;
        }

        @Override
        public Outcome on(Case before, Moment moment) {
            Change change = new Change(before, moment);
            // What may not be granted is left to a person.
            if (!isLeftToTheRule(before)
                    || !remedy.dueAt().isAfter(moment.now())
                    || Granting.refundsMoreThanPaid(before, moment, List.of(remedy))) {
                return change.done(change.complaintId());
            }
            UUID id = moment.newId();
            var ruling = new Rulings.Ruling(DecisionOutcome.SUPPORTED, List.of(rule), List.of(remedy), null, null);
            Refusal refusal = Rulings.issue(change, id, ruling);
            return refusal == null ? change.done(id) : new Outcome.Refused(refusal);
        }

        private static boolean isLeftToTheRule(Case before) {
            return before.status() == ComplaintStatus.TRIAGED
                    && before.parts().stream().noneMatch(SettleByRule::isAPersonsAct);
        }

        private static boolean isAPersonsAct(Part part) {
            return !(part instanceof Part.Evidence) && !(part instanceof Part.Urging);
        }
    }
}
