package org.redress.deadline.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.deadline.counting.Counting;
import org.redress.deadline.counting.Pause;
import org.redress.deadline.policy.RuleChoice;
import org.redress.deadline.policy.Target;
import org.redress.deadline.policy.Unit;

/** Reads one clock as of the moment asked about. */
final class Reading {
    private final Case complaint;
    private final Run run;
    private final RuleChoice choice;
    private final List<Pause> pauses;
    private final Due due;

    Reading(Case complaint, Selection selection, RuleChoice choice) {
        this.complaint = complaint;
        this.run = selection.run();
        this.choice = choice;
        this.pauses = selection.pauses(run.end());
        this.due = Due.of(run, choice.rule(), pauses, complaint);
    }

    Clock clock() {
        Instant dueAt = instant(due.at());
        Instant passedAt = passed(dueAt) ? dueAt : null;
        boolean window = run.metric().isWindow();
        return new Clock(
                run.metric(),
                run.key(),
                run.cycle(),
                state(passedAt != null),
                choice,
                due.target(),
                run.startedBy().type(),
                run.start(),
                dueAt,
                run.met() ? run.end() : null,
                run.met() ? null : run.end(),
                window ? null : passedAt,
                window ? passedAt : null,
                levels(),
                pauses.stream().map(Reading::pause).toList(),
                new Explanation(due.counting(), dueAt == null ? explainedUntil() : due.at()),
                remarks());
    }

    /** Without a due time the way so far is explained, at most ten years of it. */
    private long explainedUntil() {
        long start = run.start().getEpochSecond();
        long longest = start + Target.DAYS_AT_MOST * 86_400L;
        return Math.min(longest, Math.max(complaint.until().getEpochSecond(), start));
    }

    /** What happened decides: met at due is in time; open at due is not. */
    private boolean passed(@Nullable Instant dueAt) {
        if (dueAt == null) {
            return false;
        }
        Instant end = run.end();
        return end == null ? !complaint.until().isBefore(dueAt) : end.isAfter(dueAt);
    }

    private ClockState state(boolean passed) {
        if (passed && run.metric().isWindow()) {
            return ClockState.LAPSED;
        }
        if (run.end() != null && !run.met()) {
            return ClockState.CANCELLED;
        }
        if (passed) {
            return ClockState.BREACHED;
        }
        if (run.end() != null) {
            return ClockState.MET;
        }
        long now = complaint.until().getEpochSecond();
        return pauses.stream().anyMatch(pause -> pause.holds(now)) ? ClockState.PAUSED : ClockState.RUNNING;
    }

    private List<ClockLevel> levels() {
        List<ClockLevel> levels = new ArrayList<>();
        choice.rule().allLevels().forEach(level -> {
            Instant firesAt = instant(due.counting().at(level.at(), due.at()));
            levels.add(new ClockLevel(level.at(), level.kind(), level.to(), firesAt, fired(firesAt)));
        });
        levels.sort(Comparator.comparing(ClockLevel::firesAt, Comparator.nullsLast(Comparator.naturalOrder())));
        return levels;
    }

    private boolean fired(@Nullable Instant firesAt) {
        Instant end = run.end();
        return firesAt != null && !firesAt.isAfter(complaint.until()) && (end == null || end.isAfter(firesAt));
    }

    private List<Remark> remarks() {
        List<Remark> remarks = new ArrayList<>();
        if (due.cut()) {
            remarks.add(new Remark("CUT_AT_GOODS_EXPIRY", "due when the goods expire, before the target is used up"));
        }
        if (due.target().unit() != Unit.ELAPSED && due.at() != Counting.NEVER) {
            int last = complaint.calendar().workingTime().dateOf(due.at()).getYear();
            for (int year = run.start().atZone(complaint.calendar().zone()).getYear(); year <= last; year++) {
                if (complaint.calendar().lacksStatutoryDatesOf(year)) {
                    remarks.add(new Remark("NO_STATUTORY_DATES", "the calendar has no statutory dates of " + year));
                }
            }
        }
        return remarks;
    }

    private static ClockPause pause(Pause pause) {
        return new ClockPause(pause.reason(), Instant.ofEpochSecond(pause.from()), instant(pause.to()), pause.by());
    }

    private static @Nullable Instant instant(long seconds) {
        return seconds == Counting.NEVER ? null : Instant.ofEpochSecond(seconds);
    }
}
