package org.redress.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.redress.deadline.calendar.Calendar;
import org.redress.deadline.clock.Clock;
import org.redress.deadline.clock.Clocks;
import org.redress.deadline.complaint.CaseEvent;
import org.redress.deadline.complaint.CaseFacts;
import org.redress.deadline.complaint.EventType;
import org.redress.deadline.policy.ClockRule;
import org.redress.deadline.policy.Metric;
import org.redress.deadline.policy.Policy;

/** What happens to a complaint in a test, told in the order of the test. Times are China's, as in {@code 2026-11-16T09:00}. */
public final class Story {
    private final Calendar calendar;
    private final List<ClockRule> rules;
    private final List<CaseEvent> events = new ArrayList<>();
    private CaseFacts facts = CaseFacts.unknown();

    private Story(Calendar calendar, List<ClockRule> rules) {
        this.calendar = calendar;
        this.rules = rules;
    }

    public static Story by(Calendar calendar, ClockRule... rules) {
        return new Story(calendar, Arrays.asList(rules));
    }

    public static Story by(ClockRule... rules) {
        return by(Calendars.cnAlwaysOpen(), rules);
    }

    public Story about(CaseFacts other) {
        facts = other;
        return this;
    }

    public Story then(EventType type, String at) {
        return then(type, at, event -> event);
    }

    public Story then(EventType type, String at, UnaryOperator<CaseEvent> more) {
        events.add(more.apply(CaseEvent.of(type, time(at))));
        return this;
    }

    public Clocks asOf(String at) {
        Policy policy = new Policy("huijin", 1, calendar.id(), rules);
        return Clocks.compute(policy, calendar, facts, events, time(at));
    }

    /** The only clock there is. */
    public Clock clock(String asOf) {
        List<Clock> clocks = asOf(asOf).clocks();
        assertThat(clocks).hasSize(1);
        return clocks.get(0);
    }

    /** The clocks of one metric, by key and cycle. */
    public List<Clock> clocks(Metric metric, String asOf) {
        return asOf(asOf).clocks().stream()
                .filter(clock -> clock.metric() == metric)
                .toList();
    }

    public List<CaseEvent> events() {
        return List.copyOf(events);
    }

    /** A moment of China's clocks. */
    public static Instant time(String at) {
        return Moments.at(at + "+08:00");
    }
}
