package org.redress.intake.lifecycle;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.contract.Tier;
import org.redress.contract.intake.DecisionIssued;
import org.redress.contract.intake.DecisionOutcome;
import org.redress.contract.intake.RemedyCancelled;
import org.redress.contract.intake.RemedyOrdered;
import org.redress.intake.complaint.ComplaintStatus;

/** What a decision does to a case, whether it is the first or an appeal's. */
final class Rulings {
    private Rulings() {}

    /**
     * A decision before it is issued.
     *
     * @param appealId the appeal that led to it
     */
    record Ruling(
            DecisionOutcome outcome,
            List<String> basis,
            List<RemedyOrder> remedies,
            @Nullable UUID appealId) {}

    /** Whether a remedy of these is due too early. */
    static boolean dueInThePast(List<RemedyOrder> remedies, Instant now) {
        return remedies.stream().anyMatch(remedy -> !remedy.dueAt().isAfter(now));
    }

    /**
     * Issues a decision in the place of the one that holds: what was waited for is over, its remedies are ordered, the
     * window to appeal begins.
     */
    static void issue(Change change, UUID id, Ruling ruling) {
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
        ruling.remedies().forEach(remedy -> order(change, remedy, id));
        change.to(ComplaintStatus.DECIDED);
    }

    /** Orders a remedy. */
    static UUID order(Change change, RemedyOrder order, @Nullable UUID decisionId) {
        Moment moment = change.moment();
        UUID id = moment.newId();
        change.put(new Part.Remedy(
                id,
                decisionId,
                order.type(),
                order.amount(),
                order.currency(),
                order.dueAt(),
                RemedyState.ORDERED,
                moment.now(),
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
        return id;
    }

    /** Cancels what a decision ordered and nobody has carried out yet. */
    static void cancelOrdered(Change change, UUID decisionId, String reason) {
        change.current().open(Part.Remedy.class).stream()
                .filter(remedy -> decisionId.equals(remedy.decisionId()) && remedy.state() != RemedyState.EXECUTED)
                .forEach(remedy -> cancel(change, remedy, reason));
    }

    /** Cancels a remedy. */
    static void cancel(Change change, Part.Remedy remedy, String reason) {
        Moment moment = change.moment();
        change.put(remedy.become(RemedyState.CANCELLED, moment.now(), remedy.platformReference()));
        change.tell(new RemedyCancelled(change.complaintId(), remedy.id(), reason, moment.by(), moment.now()));
    }

    /** With a decision or a withdrawal nobody is waited for any more, and what was promised until then is past. */
    static void endWaiting(Change change) {
        Instant now = change.moment().now();
        Case before = change.current();
        before.open(Part.MaterialsRequest.class).forEach(request -> change.put(request.ended(now)));
        before.open(Part.MerchantQuestion.class).forEach(question -> change.put(question.ended(now)));
        before.open(Part.Commitment.class).forEach(commitment -> change.put(commitment.ended(now)));
    }

    private static @Nullable String total(List<RemedyOrder> remedies) {
        return currency(remedies) == null
                ? null
                : remedies.stream()
                        .map(RemedyOrder::amount)
                        .filter(Objects::nonNull)
                        .map(BigDecimal::new)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .toPlainString();
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
