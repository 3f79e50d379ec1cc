package org.redress.deadline.policy;

import java.util.List;
import java.util.Optional;
import org.redress.deadline.complaint.CaseFacts;

/**
 * One version of what a platform promises. Never edited in place: a change is a new version.
 *
 * @param calendar the id of the calendar that its targets are counted by
 * @param clocks the rules in the order in which they are tried
 */
public record Policy(String platform, int version, String calendar, List<ClockRule> clocks) {

    /** Copies the rules. */
    public Policy {
        clocks = List.copyOf(clocks);
    }

    /** The same promises under another version number. */
    public Policy withVersion(int other) {
        return new Policy(platform, other, calendar, clocks);
    }

    /** The first rule of that metric that fits the case, or empty: then the platform promises nothing of the kind. */
    public Optional<RuleChoice> ruleFor(Metric metric, CaseFacts facts) {
        for (int i = 0; i < clocks.size(); i++) {
            ClockRule rule = clocks.get(i);
            if (rule.metric() == metric && rule.when().fits(facts)) {
                return Optional.of(new RuleChoice(i, rule, rule.when().inWords()));
            }
        }
        return Optional.empty();
    }
}
