package org.redress.intake.lifecycle;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.contract.intake.RemedyType;

/**
 * What speaks against ordering a remedy, whoever grants it: nothing is granted twice by mistake, and nobody gets more back
 * than was paid.
 */
final class Granting {
    private Granting() {}

    /** What speaks against one more remedy on a case; null for nothing. */
    static @Nullable Refusal refusal(Case before, Moment moment, RemedyOrder order) {
        List<Part.Remedy> open = before.open(Part.Remedy.class);
        if (open.stream().anyMatch(remedy -> remedy.state() == RemedyState.RECALLED && ofOneKind(remedy, order))) {
            return Refusal.RECALL_OPEN;
        }
        if (open.stream().anyMatch(remedy -> remedy.order().sameAs(order))) {
            return Refusal.SAME_REMEDY_OPEN;
        }
        return refundsMoreThanPaid(before, moment, List.of(order)) ? Refusal.MORE_THAN_PAID : null;
    }

    /** What speaks against what a decision grants beside what is ordered already; null for nothing. */
    static @Nullable Refusal refusal(Case before, Moment moment, List<RemedyOrder> granted) {
        List<Part.Remedy> coming = before.open(Part.Remedy.class).stream()
                .filter(remedy -> isComing(remedy, moment))
                .toList();
        for (int i = 0; i < granted.size(); i++) {
            RemedyOrder one = granted.get(i);
            if (granted.subList(0, i).stream().anyMatch(one::sameAs)
                    || coming.stream().anyMatch(remedy -> remedy.order().sameAs(one))) {
                return Refusal.REMEDY_TWICE;
            }
        }
        return null;
    }

    /** What is to be carried out; of what is overdue, what the platform has an order for that it may still carry out. */
    private static boolean isComing(Part.Remedy remedy, Moment moment) {
        return remedy.state() == RemedyState.ORDERED
                || (remedy.state() == RemedyState.DISPUTED && moment.orders().mayBring(remedy.id()));
    }

    /**
     * Whether all refunds of a case that stand, and these, are more than may be refunded on it. What is taken back counts
     * until the platform has said that it did not pay; what came and what is disputed counts. A refund that is to come in
     * another currency than was paid is always too much. Unknown where the platform has not said what was paid; then
     * nothing speaks against them.
     */
    static boolean refundsMoreThanPaid(Case before, Moment moment, List<RemedyOrder> more) {
        List<Amount> toCome = refunds(before, RemedyState.ORDERED::equals, more);
        List<Amount> standing = refunds(before, state -> state != RemedyState.CANCELLED, more);
        return !standing.isEmpty()
                && moment.refundable()
                        .get()
                        .filter(most -> toCome.stream().anyMatch(amount -> !amount.isIn(most.currency()))
                                || exceeds(standing, most))
                        .isPresent();
    }

    private static List<Amount> refunds(Case before, Predicate<RemedyState> states, List<RemedyOrder> more) {
        Stream<RemedyOrder> ordered = before.all(Part.Remedy.class).stream()
                .filter(remedy -> states.test(remedy.state()))
                .map(Part.Remedy::order);
        return Stream.concat(ordered, more.stream())
                .filter(order -> order.type() == RemedyType.REFUND)
                .map(RemedyOrder::money)
                .filter(Objects::nonNull)
                .toList();
    }

    private static boolean exceeds(List<Amount> refunds, Amount most) {
        return refunds.stream()
                .filter(amount -> amount.isIn(most.currency()))
                .reduce(Amount::plus)
                .filter(sum -> sum.moreThan(most))
                .isPresent();
    }

    /** The same type, and for money the same currency. */
    static boolean ofOneKind(Part.Remedy remedy, RemedyOrder order) {
        return remedy.type() == order.type() && Objects.equals(remedy.currency(), order.currency());
    }
}
