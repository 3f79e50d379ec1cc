package org.redress.deadline.clock;

import java.time.Instant;
import java.util.List;
import org.redress.deadline.counting.Counting;
import org.redress.deadline.counting.Pause;
import org.redress.deadline.policy.ClockRule;
import org.redress.deadline.policy.Metric;
import org.redress.deadline.policy.Target;
import org.redress.deadline.policy.Unit;

/**
 * When a clock is due under one rule.
 *
 * @param at epoch second, or {@link Counting#NEVER}
 * @param cut whether the goods' expiry made it earlier
 */
record Due(Target target, Counting counting, long at, boolean cut) {

    static Due of(Run run, ClockRule rule, List<Pause> pauses, Case complaint) {
        long start = run.start().getEpochSecond();
        Target target = target(run, rule, start);
        Counting counting = Counting.of(rule, target, complaint.calendar(), start, pauses);
        long due = counting.due();
        Instant expiry = complaint.facts().goodsExpireAt();
        boolean cut = rule.capAtGoodsExpiry()
                && expiry != null
                && expiry.getEpochSecond() < due
                && expiry.getEpochSecond() > start;
        return new Due(target, counting, cut && expiry != null ? expiry.getEpochSecond() : due, cut);
    }

    /** A commitment has a time of its own; everything else has the rule's target. */
    private static Target target(Run run, ClockRule rule, long start) {
        Instant promised = run.startedBy().details().dueAt();
        if (run.metric() != Metric.COMMITMENT || promised == null) {
            return rule.target();
        }
        long ahead = Math.max(0, promised.getEpochSecond() - start);
        return new Target(Unit.ELAPSED, Math.min(ahead, Target.DAYS_AT_MOST * 86_400L));
    }
}
