package org.redress.sla.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.deadline.document.PolicyDocument;
import org.redress.deadline.policy.Condition;
import org.redress.deadline.policy.Metric;
import org.redress.deadline.policy.Policy;
import org.redress.sla.policy.PolicyDifference.Field;

/** Compares two versions of a policy, rule by rule. Pure. */
final class PolicyDifferences {
    private final Map<Rule, Integer> before;
    private final Map<Rule, Integer> after;
    private final List<?> rulesBefore;
    private final List<?> rulesAfter;

    private record Rule(Metric metric, Condition when) {}

    private PolicyDifferences(Policy before, Policy after) {
        this.before = positions(before);
        this.after = positions(after);
        this.rulesBefore =
                (List<?>) Objects.requireNonNull(PolicyDocument.write(before).get("clocks"));
        this.rulesAfter =
                (List<?>) Objects.requireNonNull(PolicyDocument.write(after).get("clocks"));
    }

    /** What differs: removed rules where they stood, then the rules of the later version in its order. */
    static List<PolicyDifference> between(Policy before, Policy after) {
        return new PolicyDifferences(before, after).all();
    }

    private List<PolicyDifference> all() {
        List<PolicyDifference> differences = new ArrayList<>();
        before.forEach((rule, position) -> {
            if (!after.containsKey(rule)) {
                differences.add(difference("REMOVED", rule, position, null, List.of()));
            }
        });
        after.forEach((rule, position) -> {
            Integer old = before.get(rule);
            if (old == null) {
                differences.add(difference("ADDED", rule, null, position, List.of()));
                return;
            }
            List<Field> fields = fields((Map<?, ?>) rulesBefore.get(old), (Map<?, ?>) rulesAfter.get(position));
            if (!fields.isEmpty() || rank(before, after, rule) != rank(after, before, rule)) {
                differences.add(difference(fields.isEmpty() ? "MOVED" : "CHANGED", rule, old, position, fields));
            }
        });
        return differences;
    }

    private static Map<Rule, Integer> positions(Policy policy) {
        Map<Rule, Integer> positions = new LinkedHashMap<>();
        for (int i = 0; i < policy.clocks().size(); i++) {
            var rule = policy.clocks().get(i);
            positions.put(new Rule(rule.metric(), rule.when()), i);
        }
        return positions;
    }

    /** How many rules of its metric that both versions have are tried before a rule. */
    private static long rank(Map<Rule, Integer> in, Map<Rule, Integer> other, Rule of) {
        return in.keySet().stream()
                .filter(rule -> rule.metric() == of.metric() && other.containsKey(rule))
                .takeWhile(rule -> !rule.equals(of))
                .count();
    }

    private static List<Field> fields(Map<?, ?> before, Map<?, ?> after) {
        Set<Object> names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        return names.stream()
                .filter(name -> !Objects.equals(before.get(name), after.get(name)))
                .map(name -> new Field(String.valueOf(name), before.get(name), after.get(name)))
                .toList();
    }

    private static PolicyDifference difference(
            String change, Rule rule, @Nullable Integer before, @Nullable Integer after, List<Field> fields) {
        return new PolicyDifference(change, rule.metric().name(), rule.when().inWords(), before, after, fields);
    }
}
