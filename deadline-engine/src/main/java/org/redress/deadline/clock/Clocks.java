package org.redress.deadline.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.redress.deadline.calendar.Calendar;
import org.redress.deadline.complaint.CaseEvent;
import org.redress.deadline.complaint.CaseFacts;
import org.redress.deadline.policy.ClockRule;
import org.redress.deadline.policy.Metric;
import org.redress.deadline.policy.Policy;
import org.redress.deadline.policy.RuleChoice;

/**
 * What a policy makes of a complaint's events.
 *
 * @param clocks by metric, key and cycle
 * @param remarks what was wrong with the events, if anything
 */
public record Clocks(List<Clock> clocks, List<Remark> remarks) {

    /** Copies the lists. */
    public Clocks {
        clocks = List.copyOf(clocks);
        remarks = List.copyOf(remarks);
    }

    /**
     * Computes every clock of a complaint. A pure function: the order in which events are given, and how often each is given,
     * changes nothing.
     *
     * @param facts as of the filing; later changes are among the events
     * @param until as of when; what is told of later moments has not happened yet
     * @throws IllegalArgumentException if the calendar isn't the one the policy names
     * @throws org.redress.deadline.calendar.UnreachableTimeException if a target isn't reached within ten years
     */
    public static Clocks compute(
            Policy policy, Calendar calendar, CaseFacts facts, List<CaseEvent> events, Instant until) {
        if (!policy.calendar().equals(calendar.id())) {
            throw new IllegalArgumentException(
                    "the policy counts by calendar " + policy.calendar() + ", not by " + calendar.id());
        }
        History history = History.of(events, until);
        List<Wait> waits = Wait.of(history.events(), facts.goodsExpireAt());
        Case complaint = new Case(policy, calendar, facts, history, waits, until);
        List<Clock> clocks = new ArrayList<>();
        for (Metric metric : metricsOf(policy)) {
            for (Run run : Runs.of(metric, history.events())) {
                Selection selection = Selection.of(run, complaint);
                RuleChoice choice = selection.choice();
                if (choice != null) {
                    clocks.add(new Reading(complaint, selection, choice).clock());
                }
            }
        }
        return new Clocks(clocks, history.remarks());
    }

    private static Set<Metric> metricsOf(Policy policy) {
        return policy.clocks().stream().map(ClockRule::metric).collect(Collectors.toCollection(TreeSet::new));
    }
}
