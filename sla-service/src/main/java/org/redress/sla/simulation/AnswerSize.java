package org.redress.sla.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.redress.deadline.complaint.CaseEvent;
import org.redress.deadline.policy.ClockRule;
import org.redress.deadline.policy.Metric;
import org.redress.deadline.policy.Policy;
import org.redress.deadline.policy.Unit;

/**
 * How long an answer could get. Every stretch of working time on the way to a deadline is explained, so that a few hundred
 * clocks of years each would be millions of lines: a question for them is refused instead of being worked on.
 */
final class AnswerSize {
    /** Days that all clocks of an answer may span together. */
    static final long DAYS_AT_MOST = 40_000;

    private AnswerSize() {}

    /** Whether the days that the clocks could span together are too many. Errs towards too many. */
    static boolean tooLong(Policy policy, List<CaseEvent> events, Instant until) {
        long days = 0;
        for (Metric metric : Metric.values()) {
            long starts = events.stream()
                    .filter(event -> metric.startedBy(event.type()))
                    .count();
            long longest = policy.clocks().stream()
                    .filter(rule -> rule.metric() == metric)
                    .mapToLong(AnswerSize::days)
                    .max()
                    .orElse(0);
            days += Math.min(starts, metric.oncePerCase() ? 1 : Long.MAX_VALUE) * longest;
        }
        return days > DAYS_AT_MOST || events.size() * span(events, until) > DAYS_AT_MOST * 1_000;
    }

    private static long days(ClockRule rule) {
        if (rule.unit() == Unit.ELAPSED) {
            return 0;
        }
        return rule.unit().inDays() ? rule.target().amount() : rule.target().amount() / 3600;
    }

    private static long span(List<CaseEvent> events, Instant until) {
        return events.stream()
                .map(CaseEvent::at)
                .min(Comparator.naturalOrder())
                .map(first -> Math.abs(Duration.between(first, until).toDays()))
                .orElse(0L);
    }
}
