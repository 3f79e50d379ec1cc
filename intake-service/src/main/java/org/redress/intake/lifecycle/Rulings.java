package org.redress.intake.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.redress.contract.Tier;
import org.redress.contract.intake.DecisionIssued;
import org.redress.contract.intake.DecisionOutcome;
import org.redress.contract.intake.RemedyCancelled;
import org.redress.contract.intake.RemedyOrdered;
import org.redress.contract.intake.RemedyRecalled;
import org.redress.contract.intake.RemedyType;
import org.redress.intake.complaint.ComplaintStatus;

/** What a decision does to a case, whether it is the first or an appeal's. */
final class Rulings {
    private Rulings() {}

    /**
     * A decision before it is issued.
     *
     * @param appealId the appeal that led to it
     * @param upheld the decision that it upholds, whose remedies it takes over
     */
    record Ruling(
            DecisionOutcome outcome,
            List<String> basis,
            List<RemedyOrder> remedies,
            @Nullable UUID appealId,
            @Nullable UUID upheld) {}

    /** The refusal of a basis that names what the platform does not publish. */
    static Outcome unknownRule(Moment moment) {
        return new Outcome.Refused(
                Refusal.UNKNOWN_RULE,
                null,
                moment.rules().published().stream().sorted().toList());
    }

    /** Whether a remedy of these is due too early. */
    static boolean dueInThePast(List<RemedyOrder> remedies, Instant now) {
        return remedies.stream().anyMatch(remedy -> !remedy.dueAt().isAfter(now));
    }

    /**
     * Issues a decision in the place of the one that holds: what was waited for is over, its remedies are ordered, less
     * what is set off, the window to appeal begins.
     *
     * @return what speaks against it; nothing of the change is to be used then
     */
    static @Nullable Refusal issue(Change change, UUID id, Ruling ruling) {
        boolean ofAnAppeal = ruling.appealId() != null || isRevoked(change.current());
        if (ofAnAppeal && ruling.upheld() == null) {
            takeBackSettlements(change);
        }
        Refusal refusal = Granting.refusal(change.current(), change.moment(), ruling.remedies());
        if (refusal != null) {
            return refusal;
        }
        serve(change, id, ruling);
        if (ruling.upheld() != null) {
            SetOff.takeOver(change, ruling.upheld(), id);
        } else {
            SetOff setOff = new SetOff(change, id, ofAnAppeal);
            ruling.remedies().forEach(setOff::order);
        }
        change.to(ComplaintStatus.DECIDED);
        boolean refunds = ruling.remedies().stream().anyMatch(remedy -> remedy.type() == RemedyType.REFUND);
        return refunds && Granting.refundsMoreThanPaid(change.current(), change.moment(), List.of())
                ? Refusal.REMEDIES_MORE_THAN_PAID
                : null;
    }

    /** Whether the last decision was revoked, so that this one is in its place. */
    private static boolean isRevoked(Case before) {
        return before.standingDecision().isEmpty()
                && before.last(Part.Decision.class).isPresent();
    }

    private static void serve(Change change, UUID id, Ruling ruling) {
        Moment moment = change.moment();
        Instant now = moment.now();
        Tier tier = Standing.of(moment.by(), change.current().facts());
        Instant appealUntil = moment.rules().appealUntil(now);
        endWaiting(change);
        change.current().standingDecision().ifPresent(decision -> change.put(decision.ended(now)));
        change.put(new Part.Decision(
                id,
                ruling.outcome(),
                ruling.basis(),
                tier,
                ruling.appealId(),
                moment.by().id(),
                now,
                appealUntil,
                null));
        change.tell(new DecisionIssued(
                change.complaintId(),
                id,
                ruling.outcome(),
                ruling.basis(),
                total(ruling.remedies()),
                currency(ruling.remedies()),
                tier,
                ruling.appealId(),
                now,
                appealUntil,
                moment.by(),
                now));
    }

    /** Orders a remedy. */
    static UUID order(Change change, RemedyOrder order, @Nullable UUID decisionId) {
        UUID id = change.moment().newId();
        order(change, id, order, decisionId);
        return id;
    }

    /** Orders a remedy under an identifier that was told already. */
    static void order(Change change, UUID id, RemedyOrder order, @Nullable UUID decisionId) {
        Moment moment = change.moment();
        change.put(new Part.Remedy(
                id,
                decisionId,
                order.type(),
                order.amount(),
                order.currency(),
                order.dueAt(),
                RemedyState.ORDERED,
                moment.now(),
                null,
                null,
                null));
        change.tell(new RemedyOrdered(
                change.complaintId(),
                id,
                decisionId,
                order.type(),
                order.amount(),
                order.currency(),
                order.dueAt(),
                moment.by(),
                moment.now()));
    }

    /**
     * Takes back what decisions ordered and nobody has carried out yet: of the one that held and of those before it that were
     * upheld.
     */
    static void cancelOrdered(Change change, String reason) {
        takeBack(change, remedy -> remedy.decisionId() != null, reason);
    }

    /** A decision that says what is due in all comes in the place of what was agreed on without one, too. */
    private static void takeBackSettlements(Change change) {
        takeBack(change, remedy -> remedy.decisionId() == null, "DECISION_CHANGED");
    }

    private static void takeBack(Change change, Predicate<Part.Remedy> which, String reason) {
        change.current().open(Part.Remedy.class).stream()
                .filter(which)
                .filter(remedy -> remedy.state() == RemedyState.ORDERED || remedy.state() == RemedyState.DISPUTED)
                .forEach(remedy -> takeBack(change, remedy, reason));
    }

    /** Cancels a remedy; one that the platform may be carrying out is recalled, and the platform says how that ended. */
    static void takeBack(Change change, Part.Remedy remedy, String reason) {
        Moment moment = change.moment();
        if (moment.orders().underWay().contains(remedy.id())) {
            change.put(remedy.become(RemedyState.RECALLED, moment.now()));
            change.tell(new RemedyRecalled(change.complaintId(), remedy.id(), reason, moment.by(), moment.now()));
        } else {
            cancel(change, remedy, reason);
        }
    }

    /** Cancels a remedy that nobody carries out. */
    static void cancel(Change change, Part.Remedy remedy, String reason) {
        Moment moment = change.moment();
        change.put(remedy.become(RemedyState.CANCELLED, moment.now()));
        change.tell(new RemedyCancelled(change.complaintId(), remedy.id(), reason, moment.by(), moment.now()));
    }

    /** With a decision or a withdrawal nobody is waited for any more, and what was promised until then is past. */
    static void endWaiting(Change change) {
        Instant now = change.moment().now();
        Case before = change.current();
        before.open(Waiting.MaterialsRequest.class).forEach(request -> change.put(request.ended(now)));
        before.open(Waiting.MerchantQuestion.class).forEach(question -> change.put(question.ended(now)));
        before.open(Waiting.Commitment.class).forEach(commitment -> change.put(commitment.ended(now)));
        Offers.overtake(change);
    }

    private static @Nullable String total(List<RemedyOrder> remedies) {
        return currency(remedies) == null
                ? null
                : remedies.stream()
                        .map(RemedyOrder::money)
                        .filter(Objects::nonNull)
                        .reduce(Amount::plus)
                        .map(Amount::text)
                        .orElse(null);
    }

    /** The one currency of all amounts; null if there is none or more than one. */
    private static @Nullable String currency(List<RemedyOrder> remedies) {
        List<String> currencies = remedies.stream()
                .map(RemedyOrder::currency)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return currencies.size() == 1 ? currencies.get(0) : null;
    }
}
