package org.redress.deadline.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.deadline.complaint.CaseEvent;
import org.redress.deadline.complaint.CaseFacts;
import org.redress.deadline.complaint.EventType;
import org.redress.deadline.counting.Counting;
import org.redress.deadline.counting.Pause;
import org.redress.deadline.policy.ClockRule;
import org.redress.deadline.policy.Policy;
import org.redress.deadline.policy.RuleChoice;
import org.redress.deadline.policy.Unit;

/**
 * Which rule held for a clock from when on. A change of severity, category or tier selects anew, from the same start, with the
 * pauses so far kept; a clock already past due keeps the rule it broke, so that no later judgement unbreaks a promise.
 */
final class Selection {
    private final List<Period> periods = new ArrayList<>();
    private final Run run;
    private final List<Wait> waits;

    /** From that moment on, that rule; null where the policy has none for the case. */
    private record Period(Instant from, @Nullable RuleChoice choice) {}

    private Selection(Run run, List<Wait> waits) {
        this.run = run;
        this.waits = waits;
    }

    static Selection of(Run run, Case complaint) {
        Selection selection = new Selection(run, complaint.waits());
        CaseFacts facts = complaint.facts();
        Policy policy = complaint.policy();
        List<CaseEvent> later = new ArrayList<>();
        for (CaseEvent change : complaint.history().events()) {
            if (!changesFacts(change.type())) {
                continue;
            }
            if (change.at().isAfter(run.start())) {
                later.add(change);
            } else {
                facts = facts.after(change);
            }
        }
        selection.add(run.start(), policy.ruleFor(run.metric(), facts).orElse(null));
        for (CaseEvent change : later) {
            facts = facts.after(change);
            if (run.end() == null || change.at().isBefore(run.end())) {
                selection.change(
                        change.at(), policy.ruleFor(run.metric(), facts).orElse(null), complaint);
            }
        }
        return selection;
    }

    private static boolean changesFacts(EventType type) {
        return type == EventType.COMPLAINT_TRIAGED
                || type == EventType.SEVERITY_CHANGED
                || type == EventType.COMPLAINT_ASSIGNED;
    }

    private void add(Instant from, @Nullable RuleChoice choice) {
        periods.add(new Period(from, choice));
    }

    private void change(Instant at, @Nullable RuleChoice next, Case complaint) {
        RuleChoice current = periods.get(periods.size() - 1).choice();
        boolean same = current == null ? next == null : next != null && current.index() == next.index();
        if (same || (current != null && next != null && isPast(at, current, complaint))) {
            return;
        }
        add(at, next);
    }

    private boolean isPast(Instant at, RuleChoice current, Case complaint) {
        long due = Due.of(run, current.rule(), pauses(null), complaint).at();
        return due != Counting.NEVER && due <= at.getEpochSecond();
    }

    /** The last rule there was, or null if there never was one: then there is no clock. */
    @Nullable
    RuleChoice choice() {
        RuleChoice last = null;
        for (Period period : periods) {
            last = period.choice() == null ? last : period.choice();
        }
        return last;
    }

    /** The run, cancelled at the time from which on the case had no rule any more, if it came to that. */
    Run run() {
        Period last = periods.get(periods.size() - 1);
        return last.choice() == null ? run.endedAt(last.from(), false) : run;
    }

    /** The pauses of the clock up to its end: apart from each other, ascending, within each rule's reasons and cap. */
    List<Pause> pauses(@Nullable Instant end) {
        List<Pause> pauses = new ArrayList<>();
        for (int i = 0; i < periods.size(); i++) {
            RuleChoice choice = periods.get(i).choice();
            if (choice != null && choice.rule().unit() != Unit.NATURAL_DAYS) {
                long from = periods.get(i).from().getEpochSecond();
                long to = i + 1 < periods.size() ? periods.get(i + 1).from().getEpochSecond() : Counting.NEVER;
                long cut = end == null ? Counting.NEVER : end.getEpochSecond();
                addPauses(pauses, choice.rule(), from, Math.min(to, cut));
            }
        }
        return pauses;
    }

    private void addPauses(List<Pause> pauses, ClockRule rule, long from, long to) {
        long left = rule.pauseCap() == null ? Counting.NEVER : rule.pauseCap().toSeconds();
        for (Pause pause : pauses) {
            left -= left == Counting.NEVER ? 0 : Math.min(left, pause.to() - pause.from());
        }
        long cursor = from;
        List<Wait> fitting = waits.stream()
                .filter(wait -> rule.pauseOn().contains(wait.reason()))
                .sorted(Comparator.comparingLong(Wait::from).thenComparing(Wait::reason))
                .toList();
        for (Wait wait : fitting) {
            long start = Math.max(cursor, wait.from());
            long end = Math.min(to, wait.to());
            if (start < end && left > 0) {
                long length = Math.min(left, end == Counting.NEVER ? Counting.NEVER : end - start);
                cursor = length == Counting.NEVER ? Counting.NEVER : start + length;
                left -= left == Counting.NEVER ? 0 : length;
                pauses.add(new Pause(start, cursor, wait.reason(), wait.by()));
            }
        }
    }
}
