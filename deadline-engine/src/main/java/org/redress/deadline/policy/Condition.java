package org.redress.deadline.policy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.deadline.complaint.CaseFacts;
import org.redress.deadline.complaint.Category;
import org.redress.deadline.complaint.Channel;
import org.redress.deadline.complaint.Severity;
import org.redress.deadline.complaint.Tier;

/**
 * The cases a rule is for. Each part that says something must fit; an empty set or a null amount says nothing.
 *
 * @param amountAtLeast the least amount, included
 * @param amountBelow the first amount too large
 */
public record Condition(
        Set<Severity> severity,
        Set<Category> category,
        Set<Channel> channel,
        Set<Tier> tier,
        @Nullable BigDecimal amountAtLeast,
        @Nullable BigDecimal amountBelow) {

    /** Fits every case; documents must say so outright. */
    public static final Condition ALWAYS = new Condition(Set.of(), Set.of(), Set.of(), Set.of(), null, null);

    /** Copies the sets. */
    public Condition {
        severity = Set.copyOf(severity);
        category = Set.copyOf(category);
        channel = Set.copyOf(channel);
        tier = Set.copyOf(tier);
    }

    /** Fits cases of these severities. */
    public static Condition severity(Severity first, Severity... more) {
        return new Condition(EnumSet.of(first, more), Set.of(), Set.of(), Set.of(), null, null);
    }

    /** Whether this fits every case. */
    public boolean isAlways() {
        return equals(ALWAYS);
    }

    /** Whether the case is one of those. */
    public boolean fits(CaseFacts facts) {
        return fits(severity, facts.severity())
                && fits(category, facts.category())
                && fits(channel, facts.channel())
                && fits(tier, facts.tier())
                && fitsAmount(facts.amount());
    }

    private static <T> boolean fits(Set<T> wanted, @Nullable T actual) {
        return wanted.isEmpty() || (actual != null && wanted.contains(actual));
    }

    private boolean fitsAmount(@Nullable BigDecimal amount) {
        if (amountAtLeast == null && amountBelow == null) {
            return true;
        }
        return amount != null
                && (amountAtLeast == null || amount.compareTo(amountAtLeast) >= 0)
                && (amountBelow == null || amount.compareTo(amountBelow) < 0);
    }

    /** Whether every case that fits the other one fits this one too. */
    public boolean covers(Condition other) {
        return covers(severity, other.severity)
                && covers(category, other.category)
                && covers(channel, other.channel)
                && covers(tier, other.tier)
                && (amountAtLeast == null
                        || (other.amountAtLeast != null && amountAtLeast.compareTo(other.amountAtLeast) <= 0))
                && (amountBelow == null
                        || (other.amountBelow != null && amountBelow.compareTo(other.amountBelow) >= 0));
    }

    private static <T> boolean covers(Set<T> mine, Set<T> theirs) {
        return mine.isEmpty() || (!theirs.isEmpty() && mine.containsAll(theirs));
    }

    /** In words, for explanations: e.g. {@code severity in [URGENT], amount at least 1000}. */
    public String inWords() {
        List<String> parts = new ArrayList<>();
        addWords(parts, "severity", severity);
        addWords(parts, "category", category);
        addWords(parts, "channel", channel);
        addWords(parts, "tier", tier);
        if (amountAtLeast != null) {
            parts.add("amount at least " + amountAtLeast.toPlainString());
        }
        if (amountBelow != null) {
            parts.add("amount below " + amountBelow.toPlainString());
        }
        return parts.isEmpty() ? "always" : String.join(", ", parts);
    }

    private static <T extends Enum<T>> void addWords(List<String> parts, String name, Set<T> values) {
        if (!values.isEmpty()) {
            parts.add(name + " in " + values.stream().sorted().toList());
        }
    }
}
