package org.redress.deadline.document;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.redress.deadline.complaint.Category;
import org.redress.deadline.complaint.Channel;
import org.redress.deadline.complaint.Severity;
import org.redress.deadline.complaint.Tier;
import org.redress.deadline.policy.Condition;

/** A rule's condition as a document: an object that says something, or {@code "ALWAYS"}. */
final class ConditionDocument {
    private static final Set<String> FIELDS =
            Set.of("severity", "category", "channel", "tier", "amountAtLeast", "amountBelow");

    private ConditionDocument() {}

    static Optional<Condition> read(Node node) {
        if (node.isText()) {
            return node.text(ConditionDocument::always);
        }
        if (!node.object(FIELDS)) {
            return Optional.empty();
        }
        BigDecimal atLeast = node.field("amountAtLeast").amount();
        BigDecimal below = node.field("amountBelow").amount();
        if (below != null && below.compareTo(atLeast == null ? BigDecimal.ZERO : atLeast) <= 0) {
            node.field("amountBelow").problem("empty", "no amount fits");
        }
        Condition condition = new Condition(
                node.field("severity").someOf(Severity.class),
                node.field("category").someOf(Category.class),
                node.field("channel").someOf(Channel.class),
                node.field("tier").someOf(Tier.class),
                atLeast,
                below);
        if (node.hasOnlyNulls()) {
            node.problem("empty", "an empty condition fits every case; if that is meant, say ALWAYS");
        }
        return Optional.of(condition);
    }

    private static Condition always(String text) {
        if (!text.equals("ALWAYS")) {
            throw new IllegalArgumentException("a condition is an object, or ALWAYS");
        }
        return Condition.ALWAYS;
    }

    static Object write(Condition condition) {
        if (condition.isAlways()) {
            return "ALWAYS";
        }
        Map<String, Object> document = new LinkedHashMap<>();
        put(document, "severity", condition.severity());
        put(document, "category", condition.category());
        put(document, "channel", condition.channel());
        put(document, "tier", condition.tier());
        if (condition.amountAtLeast() != null) {
            document.put("amountAtLeast", condition.amountAtLeast().toPlainString());
        }
        if (condition.amountBelow() != null) {
            document.put("amountBelow", condition.amountBelow().toPlainString());
        }
        return document;
    }

    private static <E extends Enum<E>> void put(Map<String, Object> document, String name, Set<E> values) {
        if (!values.isEmpty()) {
            document.put(name, names(values));
        }
    }

    static <E extends Enum<E>> List<String> names(Set<E> values) {
        return values.stream().sorted().map(Enum::name).toList();
    }
}
