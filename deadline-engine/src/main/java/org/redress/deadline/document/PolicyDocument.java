package org.redress.deadline.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.redress.deadline.calendar.Calendar;
import org.redress.deadline.policy.ClockRule;
import org.redress.deadline.policy.Policy;

/** Policies as documents: decoded JSON, objects as {@link Map}, lists as {@link List}. */
public final class PolicyDocument {
    /** More rules than anyone can keep in mind are refused. */
    public static final int RULES_AT_MOST = 500;

    private static final Set<String> FIELDS = Set.of("platform", "version", "calendar", "clocks");

    private PolicyDocument() {}

    /**
     * Reads a policy and checks it against the calendar it names.
     *
     * @param document decoded JSON; a missing version counts as 1
     * @param calendars finds a calendar by its id
     * @return the policy, or everything that is wrong with it, each with its pointer
     */
    public static Parsed<Policy> read(@Nullable Object document, Function<String, Optional<Calendar>> calendars) {
        List<Problem> problems = new ArrayList<>();
        Node root = Node.root(document, problems);
        Optional<Policy> policy = policy(root);
        Optional<Calendar> calendar = policy.flatMap(read -> calendars.apply(read.calendar()));
        if (policy.isPresent() && calendar.isEmpty()) {
            root.field("calendar").problem("unknown", "no such calendar");
        }
        if (policy.isEmpty() || calendar.isEmpty() || !problems.isEmpty()) {
            return new Parsed.Refused<>(problems);
        }
        problems.addAll(PolicyCheck.of(policy.get(), calendar.get()));
        return problems.isEmpty() ? new Parsed.Accepted<>(policy.get()) : new Parsed.Refused<>(problems);
    }

    private static Optional<Policy> policy(Node root) {
        if (!root.object(FIELDS)) {
            return Optional.empty();
        }
        Optional<String> platform = root.field("platform").text(Names::id);
        Node versionNode = root.field("version");
        Optional<Integer> version = versionNode.present() ? versionNode.integer(1, Integer.MAX_VALUE) : Optional.of(1);
        Optional<String> calendar = root.field("calendar").text(Names::id);
        List<Node> nodes = root.field("clocks").list(RULES_AT_MOST);
        if (root.field("clocks").isEmptyList()) {
            root.field("clocks").problem("empty", "a policy has at least one rule");
        }
        List<ClockRule> rules = new ArrayList<>();
        nodes.forEach(node -> RuleDocument.read(node).ifPresent(rules::add));
        if (platform.isEmpty() || version.isEmpty() || calendar.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Policy(platform.get(), version.get(), calendar.get(), rules));
    }

    /** The document that {@link #read} reads as an equal policy; maps keep the order of fields. */
    public static Map<String, Object> write(Policy policy) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("platform", policy.platform());
        document.put("version", policy.version());
        document.put("calendar", policy.calendar());
        document.put("clocks", policy.clocks().stream().map(RuleDocument::write).toList());
        return document;
    }
}
