package org.redress.sla.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A clock as the events, one policy and one calendar give it. Says nothing about what has fired.
 *
 * @param metric what it measures
 * @param cycle how often this metric was started, from 1
 * @param key what it is about where a complaint has several of the metric (a freeze's id), else empty
 * @param rule position of the rule in the policy, from 0
 * @param paused whether it stands still at the last known event
 * @param dueAt null while it is paused and nothing known ends that
 * @param metAt when the event that meets it happened
 * @param cancelledAt when the event that cancels it happened
 * @param levels in the order of the rule
 * @param pauses ascending, apart from each other
 */
public record ComputedClock(
        String metric,
        int cycle,
        String key,
        int rule,
        String target,
        String unit,
        boolean paused,
        Instant startedAt,
        @Nullable Instant dueAt,
        @Nullable Instant metAt,
        @Nullable Instant cancelledAt,
        List<ComputedLevel> levels,
        List<StoredPause> pauses) {

    /**
     * From when on it is at risk while it runs: its first warning, whether that has fired or not. A rule without one leaves
     * the last fifth of the way from start to due. Null while there is no due time.
     */
    @Nullable
    Instant riskAt() {
        if (dueAt == null) {
            return null;
        }
        long fifth = Math.max(0, Duration.between(startedAt, dueAt).toSeconds() / 5);
        Instant lastFifth = dueAt.minusSeconds(fifth);
        return levels.stream()
                .filter(level -> "WARNING".equals(level.kind()))
                .map(ComputedLevel::firesAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(lastFifth);
    }

    /** The same clock, ended at that moment without being met. */
    ComputedClock cancelled(Instant at) {
        return new ComputedClock(
                metric, cycle, key, rule, target, unit, false, startedAt, dueAt, null, at, levels, pauses);
    }

    /** The same clock with its levels at other times. */
    ComputedClock with(List<ComputedLevel> others) {
        return new ComputedClock(
                metric, cycle, key, rule, target, unit, paused, startedAt, dueAt, metAt, cancelledAt, others, pauses);
    }

    /** Whether it ended after its due time. */
    boolean endedLate() {
        Instant end = endedAt();
        return end != null && dueAt != null && end.isAfter(dueAt);
    }

    /** When it ended, if it did. */
    @Nullable
    Instant endedAt() {
        return metAt != null ? metAt : cancelledAt;
    }

    /** What identifies it within its complaint, over all computations. */
    public ClockName name() {
        return new ClockName(metric, cycle, key);
    }

    /**
     * The levels that fall due before the clock ends, by their keys. A level at the very instant of the end does not fire:
     * what is met at its due time is met in time.
     */
    List<ArmedLevel> effectiveLevels() {
        Instant end = endedAt();
        List<String> keys = levelKeys();
        var effective = new ArrayList<ArmedLevel>();
        for (int i = 0; i < levels.size(); i++) {
            ComputedLevel level = levels.get(i);
            Instant firesAt = level.firesAt();
            if (firesAt != null && (end == null || firesAt.isBefore(end))) {
                effective.add(new ArmedLevel(
                        level.level(), keys.get(i), level.at(), level.kind(), level.addressee(), firesAt));
            }
        }
        return effective;
    }

    /**
     * What each level is called across rules, in the order of {@link #levels}. A breach is a breach whatever the rule;
     * warnings and escalations are the same level as long as they tell the same person for the same time.
     */
    public List<String> levelKeys() {
        Map<String, Integer> ordinals = new HashMap<>();
        return levels.stream()
                .map(level -> {
                    String told = level.kind() + " " + level.addressee();
                    return "BREACH".equals(level.kind()) || "LAPSE".equals(level.kind())
                            ? level.kind()
                            : told + " " + ordinals.merge(told, 1, Integer::sum);
                })
                .toList();
    }
}
