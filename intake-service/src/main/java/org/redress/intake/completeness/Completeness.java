package org.redress.intake.completeness;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.contract.intake.EvidenceKind;
import org.redress.intake.order.OrderFacts;
import org.redress.intake.platform.FastLaneRule;
import org.redress.intake.platform.Need;
import org.redress.intake.platform.PlatformProfile;

/** What a complaint lacks (R03, R11, R14, R55). A pure function of what the platform asks for and what there is. */
public final class Completeness {
    private Completeness() {}

    /**
     * What is missing, in the profile's order. What the platform itself can tell is missing until it has told, and marked; a
     * micro-claim that the fast lane settles needs nothing else: by what is asked for and, once the platform has told the order,
     * by that; not where the platform cannot be counted on.
     *
     * @param most the highest amount that the operator lets a rule settle in its currency, null for none
     */
    public static List<MissingNeed> missing(PlatformProfile profile, @Nullable BigDecimal most, Given given) {
        boolean micro = given.order() != Holding.NOT_HELD && isMicro(profile.fastLane(), most, given);
        List<MissingNeed> missing = new ArrayList<>();
        for (Need need : profile.needs()) {
            boolean holds = need.kind() != null && profile.holds().contains(need.kind());
            boolean needed = need.appliesTo(given.claim().category()) && (holds || !micro);
            if (needed && !isThere(need, given) && !(holds && told(need.kind(), given.order()))) {
                missing.add(new MissingNeed(need, holds && given.order() == Holding.ASKED));
            }
        }
        return List.copyOf(missing);
    }

    /** Whether the platform's record shows what that evidence would. An order that says nothing of a payment shows none. */
    static boolean told(@Nullable EvidenceKind kind, Holding order) {
        return order == Holding.HELD || (order == Holding.HELD_UNPAID && kind != EvidenceKind.PAYMENT_RECORD);
    }

    private static boolean isThere(Need need, Given given) {
        return need.kind() == null
                ? given.fields().contains(need.item())
                : given.evidence().contains(need.kind());
    }

    private static boolean isMicro(@Nullable FastLaneRule rule, @Nullable BigDecimal most, Given given) {
        if (rule == null) {
            return false;
        }
        OrderFacts facts = given.facts();
        return (facts == null ? given.claim().refund(rule, most) : given.claim().refund(rule, most, facts)).isPresent();
    }
}
