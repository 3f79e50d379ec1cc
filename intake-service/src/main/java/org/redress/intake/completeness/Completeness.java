package org.redress.intake.completeness;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.contract.intake.EvidenceKind;
import org.redress.intake.platform.FastLaneRule;
import org.redress.intake.platform.Need;
import org.redress.intake.platform.PlatformProfile;

/** What a complaint lacks (R03, R11, R14, R55). A pure function of what the platform asks for and what there is. */
public final class Completeness {
    private Completeness() {}

    /**
     * What is missing, in the profile's order. What the platform itself can tell is missing until it has told, and marked; a
     * micro-claim that the fast lane may settle needs nothing else, as long as the platform can be counted on.
     */
    public static List<MissingNeed> missing(PlatformProfile profile, Given given) {
        boolean micro = given.order() != Holding.NOT_HELD && isMicro(profile.fastLane(), given);
        List<MissingNeed> missing = new ArrayList<>();
        for (Need need : profile.needs()) {
            boolean holds = need.kind() != null && profile.holds().contains(need.kind());
            boolean needed = need.appliesTo(given.category()) && (holds || !micro);
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

    private static boolean isMicro(@Nullable FastLaneRule rule, Given given) {
        BigDecimal amount = given.amount();
        String currency = given.currency();
        return rule != null
                && amount != null
                && currency != null
                && given.category() != null
                && rule.categories().contains(given.category())
                && rule.covers(amount, currency);
    }
}
