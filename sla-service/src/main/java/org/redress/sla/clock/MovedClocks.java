package org.redress.sla.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The clocks of a complaint that was moved from one policy version to another. What had ended or was past due when a version
 * was left stays as that version has it: a move neither breaks nor mends a promise that was decided. What was running is
 * counted anew, from the same start. What only the new version promises and is over already does not come up any more. A
 * level that lies before the move falls due with the move, so that it is late by what our watch is late and not by what the
 * policy changed; a warning of something due already is left out. A pure function.
 */
public final class MovedClocks {
    private final Map<ComputedClock, Integer> versions = new LinkedHashMap<>();
    private final Set<ClockName> taken = new HashSet<>();
    private final Map<ClockName, Earlier> unsettled = new HashMap<>();

    /**
     * What a version that was left makes of the complaint's events.
     *
     * @param leftAt when the complaint was moved away from it
     * @param clocks by that version, from all events
     */
    public record Left(int version, Instant leftAt, List<ComputedClock> clocks) {}

    private record Earlier(Left left, ComputedClock clock) {}

    private MovedClocks() {}

    /**
     * Puts together what holds.
     *
     * @param left the versions left, in order of time; empty for a complaint that was never moved
     * @param version the version it has
     * @param clocks by that version
     * @return the clocks, each with the version it is counted by
     */
    public static Map<ComputedClock, Integer> of(List<Left> left, int version, List<ComputedClock> clocks) {
        var moved = new MovedClocks();
        left.forEach(moved::settle);
        Instant movedAt = left.isEmpty() ? null : left.get(left.size() - 1).leftAt();
        for (ComputedClock clock : clocks) {
            ClockName name = clock.name();
            boolean over = movedAt != null && endedBy(clock, movedAt) && !moved.unsettled.containsKey(name);
            if (!over && moved.taken.add(name)) {
                moved.versions.put(movedAt == null ? clock : dueWithTheMove(clock, movedAt), version);
            }
        }
        moved.unsettled.forEach(moved::cancel);
        return moved.versions;
    }

    private void settle(Left left) {
        for (ComputedClock clock : left.clocks()) {
            ClockName name = clock.name();
            if (taken.contains(name) || clock.startedAt().isAfter(left.leftAt())) {
                continue;
            }
            Instant due = clock.dueAt();
            boolean settled = endedBy(clock, left.leftAt()) || (due != null && !due.isAfter(left.leftAt()));
            if (settled) {
                taken.add(name);
                unsettled.remove(name);
                versions.put(clock, left.version());
            } else {
                unsettled.put(name, new Earlier(left, clock));
            }
        }
    }

    /** A clock that the version moved to does not promise ends with the move. */
    private void cancel(ClockName name, Earlier earlier) {
        if (taken.add(name)) {
            versions.put(
                    earlier.clock().cancelled(earlier.left().leftAt()),
                    earlier.left().version());
        }
    }

    private static boolean endedBy(ComputedClock clock, Instant moment) {
        Instant end = clock.endedAt();
        return end != null && !end.isAfter(moment);
    }

    private static ComputedClock dueWithTheMove(ComputedClock clock, Instant movedAt) {
        Instant due = clock.dueAt();
        boolean past = due != null && !due.isAfter(movedAt);
        var levels = new ArrayList<ComputedLevel>();
        for (ComputedLevel level : clock.levels()) {
            Instant firesAt = level.firesAt();
            if (firesAt == null || !firesAt.isBefore(movedAt)) {
                levels.add(level);
            } else {
                levels.add(level.at(past && level.kind().equals("WARNING") ? null : movedAt));
            }
        }
        return clock.with(levels);
    }
}
