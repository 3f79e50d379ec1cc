package org.redress.intake.fastlane;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.intake.complaint.ComplaintStatus;
import org.redress.intake.complaint.Money;
import org.redress.intake.order.OrderFacts;
import org.redress.intake.platform.FastLaneRule;

/** What a rule settles a claim with, once triage has judged it. A pure function. */
final class Settlement {
    private Settlement() {}

    /**
     * The refund that settles the claim, or nothing if the rule does not.
     *
     * @param most the highest amount that any rule may settle, null for none
     */
    static Optional<Money> of(FastLaneRule rule, @Nullable BigDecimal most, MicroClaim claim, OrderFacts order) {
        boolean judged =
                claim.status() == ComplaintStatus.TRIAGED && claim.asked().severity() != null;
        return judged ? claim.asked().refund(rule, most, order) : Optional.empty();
    }
}
