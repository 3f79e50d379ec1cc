package org.redress.intake.fastlane;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.intake.complaint.ComplaintStatus;
import org.redress.intake.complaint.Demand;
import org.redress.intake.complaint.DemandType;
import org.redress.intake.complaint.Money;
import org.redress.intake.complaint.Severity;
import org.redress.intake.order.OrderFacts;
import org.redress.intake.platform.FastLaneRule;
import org.redress.intake.platform.FastLaneRule.Situation;

/**
 * What a rule settles a claim with. A pure function of the rule, the claim and what the platform itself holds: whatever a
 * person would have to weigh, or was not asked for, is not settled.
 */
final class Settlement {
    /** What a refund satisfies, or what is said with it. */
    private static final Set<DemandType> SATISFIED =
            EnumSet.of(DemandType.REFUND, DemandType.REDELIVER, DemandType.EXPLAIN);

    private Settlement() {}

    /**
     * The refund that settles the claim, or nothing if the rule does not.
     *
     * @param most the highest amount that any rule may settle, null for none
     */
    static Optional<Money> of(FastLaneRule rule, @Nullable BigDecimal most, MicroClaim claim, OrderFacts order) {
        boolean fits = claim.status() == ComplaintStatus.TRIAGED
                && claim.severity() != null
                && claim.severity() != Severity.CRITICAL
                && claim.category() != null
                && rule.categories().contains(claim.category())
                && rule.situations().stream().anyMatch(situation -> isSo(situation, order));
        if (!fits || most == null) {
            return Optional.empty();
        }
        return refund(claim)
                .filter(refund -> isCovered(refund, rule, most))
                .filter(refund -> claim.amount() == null || isCovered(claim.amount(), rule, most))
                .filter(refund -> isWithin(refund, order.amount()));
    }

    private static boolean isSo(Situation situation, OrderFacts order) {
        return switch (situation) {
            case PAID_NOT_DELIVERED -> order.paidNotDelivered();
        };
    }

    /** The one refund that is asked for; without an amount of its own it is of all that is in dispute. */
    private static Optional<Money> refund(MicroClaim claim) {
        List<Demand> refunds = claim.demands().stream()
                .filter(demand -> demand.type() == DemandType.REFUND)
                .toList();
        boolean more = claim.demands().stream().anyMatch(demand -> !SATISFIED.contains(demand.type()));
        if (more || refunds.size() != 1) {
            return Optional.empty();
        }
        Money own = refunds.get(0).money();
        return Optional.ofNullable(own != null ? own : claim.amount());
    }

    private static boolean isCovered(Money money, FastLaneRule rule, BigDecimal most) {
        return rule.covers(money.amount(), money.currency().getCurrencyCode())
                && money.amount().compareTo(most) <= 0;
    }

    private static boolean isWithin(Money refund, Money paid) {
        return refund.currency().equals(paid.currency()) && refund.amount().compareTo(paid.amount()) <= 0;
    }
}
