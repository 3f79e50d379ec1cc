package org.redress.deadline.document;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.redress.deadline.calendar.Calendar;
import org.redress.deadline.policy.Addressee;
import org.redress.deadline.policy.ClockRule;
import org.redress.deadline.policy.Level;
import org.redress.deadline.policy.LevelKind;
import org.redress.deadline.policy.LevelTime;
import org.redress.deadline.policy.Policy;
import org.redress.deadline.policy.Target;

/** What makes a well-formed policy a wrong one: rules that never apply, targets never reached, levels out of place. */
public final class PolicyCheck {
    private final Policy policy;
    private final Calendar calendar;
    private final List<Problem> problems = new ArrayList<>();

    private PolicyCheck(Policy policy, Calendar calendar) {
        this.policy = policy;
        this.calendar = calendar;
    }

    /** Everything that is wrong with a policy counted by that calendar; empty if nothing is. */
    public static List<Problem> of(Policy policy, Calendar calendar) {
        PolicyCheck check = new PolicyCheck(policy, calendar);
        for (int i = 0; i < policy.clocks().size(); i++) {
            check.checkReached(i);
            check.checkCounted(i);
            check.checkLevels(i);
        }
        return List.copyOf(check.problems);
    }

    private void problem(String pointer, String code, String message) {
        problems.add(new Problem(pointer, code, message));
    }

    private void checkReached(int index) {
        ClockRule rule = policy.clocks().get(index);
        for (int earlier = 0; earlier < index; earlier++) {
            ClockRule other = policy.clocks().get(earlier);
            if (other.metric() == rule.metric() && other.when().covers(rule.when())) {
                String message = "never applies: rule " + earlier + " fits every such case before it";
                problem("/clocks/" + index + "/when", "covered", message);
                return;
            }
        }
    }

    private void checkCounted(int index) {
        ClockRule rule = policy.clocks().get(index);
        String pointer = "/clocks/" + index + "/target";
        switch (rule.unit()) {
            case ELAPSED -> {}
            case WORKING_TIME, WORKING_DAYS -> {
                if (!Reach.withinTenYears(rule.target(), calendar)) {
                    problem(pointer, "unreachable", "calendar " + calendar.id() + " doesn't get there in ten years");
                }
            }
            case NATURAL_DAYS -> {
                if (rule.rollForward() && !Reach.withinTenYears(Target.workingDays(1), calendar)) {
                    problem(pointer, "unreachable", "calendar " + calendar.id() + " has no working day to roll to");
                }
            }
        }
    }

    private void checkLevels(int index) {
        ClockRule rule = policy.clocks().get(index);
        Set<Level> seen = new HashSet<>();
        for (int i = 0; i < rule.levels().size(); i++) {
            Level level = rule.levels().get(i);
            String pointer = "/clocks/" + index + "/levels/" + i;
            if (!seen.add(level)) {
                problem(pointer, "duplicate", "the same level twice");
            }
            checkKind(rule, level, pointer);
            checkAddressee(rule, level, pointer);
            checkTime(rule, level, pointer);
        }
    }

    private void checkKind(ClockRule rule, Level level, String pointer) {
        boolean lapses = level.kind() == LevelKind.LAPSE;
        boolean breaks = level.kind() == LevelKind.BREACH || level.kind() == LevelKind.ESCALATION;
        if (rule.metric().isWindow() ? breaks : lapses) {
            String fitting = rule.metric().isWindow() ? "WARNING and LAPSE" : "WARNING, BREACH and ESCALATION";
            problem(pointer + "/kind", "conflict", rule.metric() + " has levels of kind " + fitting);
        }
    }

    private void checkAddressee(ClockRule rule, Level level, String pointer) {
        boolean fits = Addressee.named(level.to())
                .filter(addressee -> addressee.fits(level.kind(), rule.metric()))
                .isPresent();
        if (!fits) {
            String where = level.to().equals(Addressee.COMPLAINANT.name()) ? "a window" : "an ESCALATION";
            problem(pointer + "/to", "conflict", level.to() + " is named only by a level of " + where);
        }
    }

    private void checkTime(ClockRule rule, Level level, String pointer) {
        boolean atDue = level.kind() == LevelKind.BREACH || level.kind() == LevelKind.LAPSE;
        if (atDue && !level.at().equals(LevelTime.DUE)) {
            problem(pointer + "/at", "conflict", "a " + level.kind() + " is at 100%");
        }
        long beforeDue = level.at()
                .fold(share -> 0L, offset -> -Math.min(0, offset.length().toSeconds()));
        Target target = rule.target();
        long room = rule.unit().inDays() ? Duration.ofDays(target.amount()).toSeconds() : target.amount();
        if (beforeDue > room) {
            problem(pointer + "/at", "range", "lies before the start: the target is only " + target.iso());
        }
    }
}
