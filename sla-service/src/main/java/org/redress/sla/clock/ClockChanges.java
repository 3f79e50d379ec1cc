package org.redress.sla.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a new computation changes in a complaint's stored clocks. A pure function of both: the same events in another order
 * or twice give the same rows, and a computation that changes nothing has no changes.
 *
 * @param rows what is to be written
 * @param started clocks that are new, run again, or got another rule or due time; each has a due time
 * @param ended clocks that have ended, or ended otherwise than was known; each has a due time
 * @param undone clocks whose breach was recorded and turns out not to be one
 */
public record ClockChanges(
        List<StoredClock> rows, List<StoredClock> started, List<StoredClock> ended, List<UndoneBreach> undone) {
    private static final String BREACH = "BREACH";

    /**
     * Whose clocks they are.
     *
     * @param lastEventAt when the complaint's latest known event happened
     * @param versions the policy versions of clocks that are not counted by {@code policyVersion}
     */
    public record Case(
            UUID complaintId,
            String platform,
            int policyVersion,
            Instant lastEventAt,
            Map<ComputedClock, Integer> versions) {

        /** A complaint whose clocks are all counted by one version. */
        public Case(UUID complaintId, String platform, int policyVersion, Instant lastEventAt) {
            this(complaintId, platform, policyVersion, lastEventAt, Map.of());
        }

        int versionOf(ComputedClock clock) {
            return versions.getOrDefault(clock, policyVersion);
        }
    }

    /**
     * A recorded breach that turns out not to be one.
     *
     * @param reason MET_IN_TIME, CANCELLED_IN_TIME, DUE_LATER for a clock that still runs towards a later due time, or
     *     NOT_OWED for one that should never have run
     */
    public record UndoneBreach(StoredClock clock, String reason) {}

    /**
     * Compares.
     *
     * @param stored the clocks as they are
     * @param computed the clocks as they should be
     * @param fired per clock the levels that have fired, by their keys
     * @param ids gives each new clock its id
     */
    public static ClockChanges between(
            Case of,
            List<StoredClock> stored,
            List<ComputedClock> computed,
            Map<UUID, ? extends Map<String, ?>> fired,
            Supplier<UUID> ids) {
        Map<ClockName, StoredClock> before = new HashMap<>();
        stored.forEach(clock -> before.put(clock.name(), clock));
        var changes = new ClockChanges(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (ComputedClock clock : computed) {
            StoredClock old = before.remove(clock.name());
            UUID id = old == null ? ids.get() : old.clockId();
            Set<String> firedOfClock = keys(fired, id);
            Set<String> standing = dueLater(old, clock) ? without(BREACH, firedOfClock) : firedOfClock;
            changes.note(old, store(of, id, clock, standing), firedOfClock);
        }
        before.values().stream()
                .filter(gone -> gone.endedAt() == null)
                .forEach(gone -> changes.drop(gone, of, keys(fired, gone.clockId())));
        return changes;
    }

    /**
     * Whether news of a pause or a judgement before due, told after it, puts the due time off: the breach is undone, and
     * armed again for the time that holds now.
     */
    private static boolean dueLater(@Nullable StoredClock old, ComputedClock clock) {
        return old != null
                && old.breachedAt() != null
                && clock.endedAt() == null
                && (clock.dueAt() == null || clock.dueAt().isAfter(old.breachedAt()));
    }

    private static Set<String> without(String key, Set<String> keys) {
        return keys.stream().filter(other -> !other.equals(key)).collect(Collectors.toSet());
    }

    private static Set<String> keys(Map<UUID, ? extends Map<String, ?>> fired, UUID clock) {
        Map<String, ?> ofClock = fired.get(clock);
        return ofClock == null ? Set.of() : ofClock.keySet();
    }

    /** Whether nothing changed. */
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    private void note(@Nullable StoredClock old, StoredClock now, Set<String> fired) {
        if (now.equals(old)) {
            return;
        }
        rows.add(now);
        if (now.breachedAt() == null && fired.contains(BREACH)) {
            undone.add(new UndoneBreach(now, whyUndone(now)));
        }
        if (now.dueAt() == null) {
            return;
        }
        if (runsAnew(old, now)) {
            started.add(now);
        }
        boolean endedAsKnown = old != null
                && Objects.equals(old.outcome(), now.outcome())
                && Objects.equals(old.endedAt(), now.endedAt());
        if (now.outcome() != null && !endedAsKnown) {
            ended.add(now);
        }
    }

    private static String whyUndone(StoredClock now) {
        if (now.endedAt() == null) {
            return "DUE_LATER";
        }
        return now.metAt() != null ? "MET_IN_TIME" : "CANCELLED_IN_TIME";
    }

    /** A clock that is computed no more was never owed; one that has ended keeps its end. */
    private void drop(StoredClock gone, Case of, Set<String> fired) {
        StoredClock now = gone.neverOwed(of.lastEventAt());
        rows.add(now);
        if (now.dueAt() != null) {
            ended.add(now);
            if (fired.contains(BREACH)) {
                undone.add(new UndoneBreach(now, "NOT_OWED"));
            }
        }
    }

    private static boolean runsAnew(@Nullable StoredClock old, StoredClock now) {
        return old == null
                || (old.endedAt() != null && now.endedAt() == null)
                || old.rule() != now.rule()
                || old.policyVersion() != now.policyVersion()
                || !Objects.equals(old.dueAt(), now.dueAt())
                || !old.startedAt().equals(now.startedAt());
    }

    private static StoredClock store(Case of, UUID id, ComputedClock clock, Set<String> fired) {
        List<ArmedLevel> armed = clock.effectiveLevels().stream()
                .filter(level -> !fired.contains(level.key()))
                .toList();
        boolean breached = clock.endedAt() == null ? fired.contains(BREACH) : clock.endedLate();
        return new StoredClock(
                id,
                of.complaintId(),
                of.platform(),
                clock.metric(),
                clock.cycle(),
                clock.key(),
                clock.rule(),
                of.versionOf(clock),
                clock.target(),
                clock.unit(),
                state(clock, breached, fired.contains("LAPSE")),
                clock.startedAt(),
                clock.dueAt(),
                clock.metAt(),
                breached ? clock.dueAt() : null,
                clock.cancelledAt(),
                armed,
                StoredClock.earliest(armed),
                clock.riskAt(),
                clock.pauses());
    }

    private static String state(ComputedClock clock, boolean breached, boolean lapsed) {
        if (clock.cancelledAt() != null) {
            return "CANCELLED";
        }
        if (breached) {
            return "BREACHED";
        }
        if (clock.metAt() != null) {
            return "MET";
        }
        if (lapsed) {
            return "LAPSED";
        }
        return clock.paused() ? "PAUSED" : "RUNNING";
    }
}
