package org.redress.intake.platform;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.intake.complaint.Category;
import org.redress.intake.complaint.Demand;
import org.redress.intake.complaint.DemandType;
import org.redress.intake.complaint.Money;
import org.redress.intake.complaint.Severity;
import org.redress.intake.order.OrderFacts;
import org.redress.intake.platform.FastLaneRule.Situation;

/**
 * A claim as the rule of a fast lane looks at it (R55): whatever a person would have to weigh, or was not asked for, the rule
 * leaves. Who settles claims and who says what they lack both ask here, so that nobody hears that nothing is missing of a claim
 * that the rule does not settle.
 *
 * @param category what it is about, null where nobody has said
 * @param severity what triage found, null before
 * @param amount what is in dispute, null where it is not said
 * @param demands what is asked for
 */
public record FastLaneClaim(
        @Nullable Category category,
        @Nullable Severity severity,
        @Nullable Money amount,
        List<Demand> demands) {
    /** What a refund satisfies, or what is said with it. */
    private static final Set<DemandType> SATISFIED =
            EnumSet.of(DemandType.REFUND, DemandType.REDELIVER, DemandType.EXPLAIN);

    /** Copies the list. */
    public FastLaneClaim {
        demands = List.copyOf(demands);
    }

    /**
     * The refund that the rule settles it with if the order is as the rule wants it; empty if the rule leaves it.
     *
     * @param most the highest amount that any rule may settle in the rule's currency, null for none
     */
    public Optional<Money> refund(FastLaneRule rule, @Nullable BigDecimal most) {
        boolean fits = severity != Severity.CRITICAL
                && category != null
                && rule.categories().contains(category);
        if (!fits || most == null) {
            return Optional.empty();
        }
        return refund().filter(refund -> isCovered(refund, rule, most))
                .filter(refund -> amount == null || isCovered(amount, rule, most));
    }

    /** The same, with what the platform itself holds of the order. */
    public Optional<Money> refund(FastLaneRule rule, @Nullable BigDecimal most, OrderFacts order) {
        return refund(rule, most)
                .filter(refund -> rule.situations().stream().anyMatch(situation -> isSo(situation, order)))
                .filter(refund -> isWithin(refund, order.amount()));
    }

    private static boolean isSo(Situation situation, OrderFacts order) {
        return switch (situation) {
            case PAID_NOT_DELIVERED -> order.paidNotDelivered();
        };
    }

    /** The one refund that is asked for; without an amount of its own it is of all that is in dispute. */
    private Optional<Money> refund() {
        List<Demand> refunds = demands.stream()
                .filter(demand -> demand.type() == DemandType.REFUND)
                .toList();
        boolean more = demands.stream().anyMatch(demand -> !SATISFIED.contains(demand.type()));
        if (more || refunds.size() != 1) {
            return Optional.empty();
        }
        Money own = refunds.get(0).money();
        return Optional.ofNullable(own != null ? own : amount);
    }

    private static boolean isCovered(Money money, FastLaneRule rule, BigDecimal most) {
        return rule.covers(money.amount(), money.currency().getCurrencyCode())
                && money.amount().compareTo(most) <= 0;
    }

    private static boolean isWithin(Money refund, Money paid) {
        return refund.currency().equals(paid.currency()) && refund.amount().compareTo(paid.amount()) <= 0;
    }
}
