package org.redress.sla.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What of a new computation a rebuild may store: everything but what would undo a recorded breach or fire something old.
 * A pure function.
 *
 * @param changes what is to be written and told
 * @param passed levels whose time had passed before anybody knew of them: recorded, not told
 * @param differences one for each clock that is, or would have been, changed
 */
public record ClockRebuild(ClockChanges changes, List<Passed> passed, List<Difference> differences) {
    private static final String BREACH = "BREACH";
    private static final String LAPSE = "LAPSE";

    /** A level that is recorded without being told. */
    public record Passed(StoredClock clock, ArmedLevel level) {}

    /**
     * What became of a clock.
     *
     * @param before null for a clock that was not there
     * @param after as computed
     * @param kept whether it stays as it was because its breach is recorded
     */
    public record Difference(@Nullable StoredClock before, StoredClock after, boolean kept) {}

    /**
     * Sorts out what a computation changes.
     *
     * @param stored the clocks as they are
     * @param fired per clock the levels that have fired, by their keys
     * @param now on the database's clock
     */
    public static ClockRebuild of(
            ClockChanges computed, List<StoredClock> stored, Map<UUID, ? extends Map<String, ?>> fired, Instant now) {
        Map<UUID, StoredClock> before = new HashMap<>();
        stored.forEach(clock -> before.put(clock.clockId(), clock));
        Map<UUID, StoredClock> rows = new HashMap<>();
        List<Passed> passed = new ArrayList<>();
        List<Difference> differences = new ArrayList<>();
        for (StoredClock row : computed.rows()) {
            StoredClock old = before.get(row.clockId());
            if (old != null && isAsFired(old, row, fired.get(row.clockId()))) {
                continue;
            }
            boolean kept = undoesABreach(old, row, fired.get(row.clockId()));
            differences.add(new Difference(old, row, kept));
            if (!kept) {
                List<ArmedLevel> overdue = past(old, row, now);
                overdue.forEach(level -> passed.add(new Passed(row, level)));
                rows.put(row.clockId(), without(row, overdue));
            }
        }
        var changes = new ClockChanges(
                List.copyOf(rows.values()), only(computed.started(), rows), only(computed.ended(), rows), List.of());
        return new ClockRebuild(changes, passed, differences);
    }

    /** The watch leaves on a clock what it has fired: that is the clock as computed, less these levels, and no difference. */
    private static boolean isAsFired(StoredClock old, StoredClock row, @Nullable Map<String, ?> fired) {
        List<ArmedLevel> left = old.armed().stream()
                .filter(level -> fired == null || !fired.containsKey(level.key()))
                .toList();
        return Objects.equals(old.nextLevelAt(), row.nextLevelAt())
                && old.armedWith(left, old.state(), old.breachedAt()).equals(row);
    }

    private static boolean undoesABreach(@Nullable StoredClock old, StoredClock row, @Nullable Map<String, ?> fired) {
        return old != null && row.breachedAt() == null && fired != null && fired.containsKey(BREACH);
    }

    /** What lies in the past and was not due already by what is stored: that would be fired late, and still is. */
    private static List<ArmedLevel> past(@Nullable StoredClock old, StoredClock row, Instant now) {
        Set<String> wasDue = old == null
                ? Set.of()
                : old.armed().stream()
                        .filter(level -> !level.firesAt().isAfter(now))
                        .map(ArmedLevel::key)
                        .collect(Collectors.toSet());
        return row.armed().stream()
                .filter(level -> !level.firesAt().isAfter(now) && !wasDue.contains(level.key()))
                .toList();
    }

    private static StoredClock without(StoredClock row, List<ArmedLevel> passed) {
        List<ArmedLevel> left =
                row.armed().stream().filter(level -> !passed.contains(level)).toList();
        boolean open = row.endedAt() == null;
        boolean breached = open && passed.stream().anyMatch(level -> BREACH.equals(level.key()));
        boolean lapsed = open && passed.stream().anyMatch(level -> LAPSE.equals(level.key()));
        String state = breached ? "BREACHED" : lapsed ? "LAPSED" : row.state();
        return row.armedWith(left, state, breached ? row.dueAt() : row.breachedAt());
    }

    private static List<StoredClock> only(List<StoredClock> told, Map<UUID, StoredClock> rows) {
        return told.stream().filter(clock -> rows.containsKey(clock.clockId())).toList();
    }
}
