package org.redress.intake.lifecycle;

import java.util.List;
import java.util.Objects;
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
    static @Nullable Refusal refusal(Case before, List<RemedyOrder> granted) {
        for (int i = 0; i < granted.size(); i++) {
            RemedyOrder one = granted.get(i);
            if (granted.subList(0, i).stream().anyMatch(one::sameAs)
                    || before.open(Part.Remedy.class).stream()
                            .filter(remedy -> remedy.state() == RemedyState.ORDERED)
                            .anyMatch(remedy -> remedy.order().sameAs(one))) {
                return Refusal.REMEDY_TWICE;
            }
        }
        return null;
    }

    /**
     * Whether all refunds of a case that stand, and these, are more than was paid. What is taken back counts until the
     * platform has said that it did not pay; what came and what is disputed counts. Unknown where the platform has not said
     * what was paid, and for refunds in another currency; then nothing speaks against them.
     */
    static boolean refundsMoreThanPaid(Case before, Moment moment, List<RemedyOrder> more) {
        Stream<RemedyOrder> standing = before.all(Part.Remedy.class).stream()
                .filter(remedy -> remedy.state() != RemedyState.CANCELLED)
                .map(Part.Remedy::order);
        List<Amount> refunds = Stream.concat(standing, more.stream())
                .filter(order -> order.type() == RemedyType.REFUND)
                .map(RemedyOrder::money)
                .filter(Objects::nonNull)
                .toList();
        return !refunds.isEmpty()
                && moment.paid().get().filter(paid -> exceeds(refunds, paid)).isPresent();
    }

    private static boolean exceeds(List<Amount> refunds, Amount paid) {
        return refunds.stream()
                .filter(amount -> amount.isIn(paid.currency()))
                .reduce(Amount::plus)
                .filter(sum -> sum.moreThan(paid))
                .isPresent();
    }

    /** The same type, and for money the same currency. */
    static boolean ofOneKind(Part.Remedy remedy, RemedyOrder order) {
        return remedy.type() == order.type() && Objects.equals(remedy.currency(), order.currency());
    }
}
