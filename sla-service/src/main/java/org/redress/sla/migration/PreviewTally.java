package org.redress.sla.migration;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.sla.clock.ArmedLevel;
import org.redress.sla.clock.StoredClock;
import org.redress.sla.complaint.MoveComplaints.Outcome;
import org.redress.sla.migration.MigrationPreview.CasePreview;
import org.redress.sla.migration.MigrationPreview.ClockPreview;
import org.redress.sla.migration.MigrationPreview.Counts;

/** Counts what a migration would do, complaint by complaint, and keeps the first few of them. For one thread. */
final class PreviewTally {
    private final Instant now;
    private final int keep;
    private final List<CasePreview> kept = new ArrayList<>();
    private final Map<String, Integer> levels = new TreeMap<>();
    private final Map<String, Integer> appearing = new TreeMap<>();
    private final Map<String, Integer> ending = new TreeMap<>();
    private int changed;
    private int failed;
    private int later;
    private int earlier;
    private int breached;

    PreviewTally(Instant now, int keep) {
        this.now = now;
        this.keep = keep;
    }

    void add(Outcome outcome) {
        Map<UUID, StoredClock> before = new HashMap<>();
        outcome.before().forEach(clock -> before.put(clock.clockId(), clock));
        List<ClockPreview> clocks = outcome.changed().stream()
                .map(clock -> clock(before.get(clock.clockId()), clock))
                .sorted(Comparator.comparing(ClockPreview::metric).thenComparing(ClockPreview::cycle))
                .toList();
        clocks.forEach(this::count);
        boolean matters = clocks.stream()
                .anyMatch(clock ->
                        !clock.change().equals("SAME") || !clock.firesAtOnce().isEmpty());
        changed += matters ? 1 : 0;
        failed += outcome.failure() == null ? 0 : 1;
        if ((matters || outcome.failure() != null) && kept.size() < keep) {
            kept.add(new CasePreview(outcome.complaintId(), outcome.failure(), clocks));
        }
    }

    Counts counts() {
        return new Counts(changed, failed, later, earlier, breached, levels, appearing, ending);
    }

    List<CasePreview> kept() {
        return kept;
    }

    private void count(ClockPreview clock) {
        switch (clock.change()) {
            case "LATER" -> later++;
            case "EARLIER" -> earlier++;
            case "APPEARS" -> appearing.merge(clock.metric(), 1, Integer::sum);
            case "ENDS" -> ending.merge(clock.metric(), 1, Integer::sum);
            default -> {}
        }
        breached += clock.breachedAtOnce() ? 1 : 0;
        clock.firesAtOnce().forEach(level -> levels.merge(level.split(" ")[0], 1, Integer::sum));
    }

    private ClockPreview clock(@Nullable StoredClock before, StoredClock after) {
        Instant dueBefore = before == null ? null : before.dueAt();
        Instant dueAfter = after.dueAt();
        boolean open = after.metAt() == null && after.cancelledAt() == null;
        boolean wasInTime = dueBefore == null || dueBefore.isAfter(now);
        return new ClockPreview(
                after.metric(),
                after.cycle(),
                after.key().isEmpty() ? null : after.key(),
                change(before, after, dueBefore, dueAfter),
                dueBefore,
                dueAfter,
                dueBefore == null || dueAfter == null
                        ? null
                        : Duration.between(dueBefore, dueAfter).toSeconds(),
                open
                        && wasInTime
                        && dueAfter != null
                        && !dueAfter.isAfter(now)
                        && !after.metric().endsWith("WINDOW"),
                after.armed().stream()
                        .filter(level -> !level.firesAt().isAfter(now))
                        .sorted(Comparator.comparing(ArmedLevel::firesAt).thenComparing(ArmedLevel::level))
                        .map(level -> level.kind() + " " + level.addressee())
                        .toList());
    }

    private static String change(
            @Nullable StoredClock before, StoredClock after, @Nullable Instant dueBefore, @Nullable Instant dueAfter) {
        if (before == null) {
            return "APPEARS";
        }
        if (before.cancelledAt() == null && after.cancelledAt() != null) {
            return "ENDS";
        }
        if (dueBefore == null || dueAfter == null || dueBefore.equals(dueAfter)) {
            return "SAME";
        }
        return dueAfter.isAfter(dueBefore) ? "LATER" : "EARLIER";
    }
}
