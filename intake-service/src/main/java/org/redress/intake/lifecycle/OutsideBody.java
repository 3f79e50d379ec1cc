package org.redress.intake.lifecycle;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.intake.complaint.Category;
import org.redress.intake.complaint.ComplaintStatus;

/**
 * A body outside that a platform names, and for which cases it is open (R32, R34). What is not known of a case closes nothing:
 * the one who refers looks at it.
 *
 * @param categories for which complaints; empty for all
 * @param products how the ids of the products begin that it is for; empty for all
 * @param above for amounts above this one, null for all
 * @param currency of {@code above}
 * @param from from when on
 */
public record OutsideBody(
        String code,
        Set<Category> categories,
        List<String> products,
        @Nullable BigDecimal above,
        @Nullable String currency,
        From from) {
    /** Copies the collections. */
    public OutsideBody {
        categories = Set.copyOf(categories);
        products = List.copyOf(products);
    }

    /** From when on a body is open. */
    public enum From {
        /** Whenever the complainant wants. */
        AT_ONCE,
        /** When a decision was served, none came in the promised time, or an urging stayed without an answer (R40). */
        AFTER_DECISION,
        /** When no appeal is left, no decision came in the promised time, or an urging stayed without an answer (R40). */
        AFTER_LIMIT
    }

    /** Why a body is not open. */
    public enum Closed {
        CATEGORY,
        PRODUCT,
        AMOUNT,
        NO_DECISION_YET,
        APPEAL_LEFT
    }

    /** A body that is open to everybody at any time. */
    public static OutsideBody always(String code) {
        return new OutsideBody(code, Set.of(), List.of(), null, null, From.AT_ONCE);
    }

    /** Why it is not open for this case; nothing if it is. */
    public Optional<Closed> closed(Case record, CaseRules rules, Instant now) {
        Claim claim = record.facts().claim();
        if (claim.category() != null && !categories.isEmpty() && !categories.contains(claim.category())) {
            return Optional.of(Closed.CATEGORY);
        }
        String product = claim.productId();
        if (product != null && !products.isEmpty() && products.stream().noneMatch(product::startsWith)) {
            return Optional.of(Closed.PRODUCT);
        }
        return tooSmall(claim) ? Optional.of(Closed.AMOUNT) : tooEarly(record, rules, now);
    }

    private boolean tooSmall(Claim claim) {
        return above != null
                && claim.amount() != null
                && (currency == null || currency.equals(claim.currency()))
                && claim.amount().compareTo(above) <= 0;
    }

    private Optional<Closed> tooEarly(Case record, CaseRules rules, Instant now) {
        Instant due = record.facts().claim().resolutionDue();
        boolean decided = !record.all(Part.Decision.class).isEmpty();
        boolean late = !decided && due != null && now.isAfter(due);
        if (from == From.AT_ONCE || late || rules.leftUnanswered(record, now)) {
            return Optional.empty();
        }
        boolean over = record.status() == ComplaintStatus.CLOSED || record.status() == ComplaintStatus.WITHDRAWN;
        if (over || (decided && from == From.AFTER_DECISION)) {
            return Optional.empty();
        }
        if (!decided) {
            return Optional.of(Closed.NO_DECISION_YET);
        }
        return rules.appealsLeft(record, now) > 0
                        || !record.open(Part.Appeal.class).isEmpty()
                ? Optional.of(Closed.APPEAL_LEFT)
                : Optional.empty();
    }
}
