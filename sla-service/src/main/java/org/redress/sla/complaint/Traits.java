package org.redress.sla.complaint;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.deadline.complaint.Category;
import org.redress.deadline.complaint.Severity;
import org.redress.deadline.complaint.Tier;

/**
 * What a complaint can be found by, as its latest facts say.
 *
 * @param amount what it is about in money, without its currency
 */
record Traits(
        @Nullable String severity,
        @Nullable String category,
        @Nullable String queue,
        @Nullable String tier,
        @Nullable String owner,
        @Nullable BigDecimal amount) {
    /** Nothing is known yet. */
    static final Traits NONE = new Traits(null, null, null, null, null, null);

    /** The traits after these facts, which are in order of time. A complaint not yet judged is NORMAL (R20). */
    static Traits of(List<KeptFact> facts) {
        Severity severity = Severity.NORMAL;
        Category category = null;
        String queue = null;
        Tier tier = null;
        String owner = null;
        BigDecimal amount = null;
        for (KeptFact kept : facts) {
            Fact fact = kept.fact();
            severity = fact.severity() == null ? severity : fact.severity();
            category = fact.category() == null ? category : fact.category();
            queue = fact.queue() == null ? queue : fact.queue();
            tier = fact.tier() == null ? tier : fact.tier();
            owner = fact.owner() == null ? owner : fact.owner();
            amount = fact.amount() == null ? amount : fact.amount();
        }
        return new Traits(severity.name(), name(category), queue, name(tier), owner, amount);
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
