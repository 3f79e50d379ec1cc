package org.redress.deadline.policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A promise: for these cases, this much of that unit, with these pauses and levels.
 *
 * @param dayEnd when a day is over, for {@link Unit#WORKING_DAYS}
 * @param rollForward whether {@link Unit#NATURAL_DAYS} that end on a rest day end on the next working day instead
 * @param pauseOn what the clock may wait for; {@link Unit#NATURAL_DAYS} never pauses
 * @param pauseCap how long the clock may be paused altogether, or null for no cap
 * @param capAtGoodsExpiry whether the clock is due when the goods expire, if that is earlier
 * @param levels as written; {@link #allLevels} has the one at due as well
 */
public record ClockRule(
        Metric metric,
        Condition when,
        Target target,
        DayEnd dayEnd,
        boolean rollForward,
        Set<PauseReason> pauseOn,
        @Nullable Duration pauseCap,
        boolean capAtGoodsExpiry,
        List<Level> levels) {

    /** Copies the collections. */
    public ClockRule {
        pauseOn = Set.copyOf(pauseOn);
        levels = List.copyOf(levels);
    }

    /** A rule for every case that never pauses and has no level but the one at due. */
    public static ClockRule of(Metric metric, Target target) {
        return new ClockRule(metric, Condition.ALWAYS, target, DayEnd.MIDNIGHT, true, Set.of(), null, false, List.of());
    }

    /** What the target counts. */
    public Unit unit() {
        return target.unit();
    }

    /** The same rule for these cases only. */
    public ClockRule when(Condition cases) {
        return new ClockRule(metric, cases, target, dayEnd, rollForward, pauseOn, pauseCap, capAtGoodsExpiry, levels);
    }

    /** The same rule pausing for these reasons, altogether for at most the cap, or without one if it is null. */
    public ClockRule pausing(@Nullable Duration cap, PauseReason... reasons) {
        return new ClockRule(metric, when, target, dayEnd, rollForward, Set.of(reasons), cap, capAtGoodsExpiry, levels);
    }

    /** The same rule with these levels. */
    public ClockRule levels(Level... others) {
        return new ClockRule(
                metric, when, target, dayEnd, rollForward, pauseOn, pauseCap, capAtGoodsExpiry, Arrays.asList(others));
    }

    /** The same rule with days that end at their last closing time. */
    public ClockRule untilClose() {
        return new ClockRule(
                metric, when, target, DayEnd.CLOSE, rollForward, pauseOn, pauseCap, capAtGoodsExpiry, levels);
    }

    /** The same rule without rolling past rest days. */
    public ClockRule withoutRolling() {
        return new ClockRule(metric, when, target, dayEnd, false, pauseOn, pauseCap, capAtGoodsExpiry, levels);
    }

    /** The same rule, due at the goods' expiry at the latest. */
    public ClockRule cappedAtGoodsExpiry() {
        return new ClockRule(metric, when, target, dayEnd, rollForward, pauseOn, pauseCap, true, levels);
    }

    /** The levels as written and, if none of them is the breach or lapse at due, that one. */
    public List<Level> allLevels() {
        if (levels.stream().anyMatch(level -> level.kind() == metric.dueKind())) {
            return levels;
        }
        List<Level> all = new ArrayList<>(levels);
        all.add(Level.atDueOf(metric));
        return List.copyOf(all);
    }
}
