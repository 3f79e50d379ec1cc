package org.redress.sla.complaint;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.sla.clock.ClockRebuild;
import org.redress.sla.clock.ClockRebuild.Difference;
import org.redress.sla.clock.ClockRepository;
import org.redress.sla.clock.RecordPassed;
import org.redress.sla.clock.StoredClock;

/**
 * Computes clocks anew from kept events, a set of complaints at a time, in the running transaction and under the complaints'
 * locks. Recorded breaches stay, nothing old is fired; what cannot be computed, or is set aside, is left as it is and counted.
 */
@ApplicationScoped
public class RebuildClocks {
    private final ComplaintRepository complaints;
    private final ClockRepository clocks;
    private final RecordPassed record;
    private final Computation computation;
    private final ComputeClocks compute;

    /**
     * Which complaints, by rising id.
     *
     * @param platform null for all platforms
     * @param complaint only that one
     * @param after only those behind it
     */
    public record Scope(
            @Nullable String platform,
            @Nullable UUID complaint,
            @Nullable UUID after,
            int limit) {}

    /**
     * What came of a set.
     *
     * @param failed how many could not be computed
     */
    public record Outcome(int complaints, int failed, List<Difference> differences) {}

    private record Rebuilt(Computed computed, ClockRebuild clocks) {}

    RebuildClocks(
            ComplaintRepository complaints,
            ClockRepository clocks,
            RecordPassed record,
            Computation computation,
            ComputeClocks compute) {
        this.complaints = complaints;
        this.clocks = clocks;
        this.record = record;
        this.computation = computation;
        this.compute = compute;
    }

    /** Locks the next complaints. */
    public List<UUID> next(Scope scope) {
        return complaints.lockSome(scope).stream().map(Complaint::id).toList();
    }

    /**
     * Does a set.
     *
     * @param dryRun only says what would change
     */
    public Outcome rebuild(List<UUID> ids, boolean dryRun) {
        List<Complaint> held = complaints.lock(ids);
        // Those without a policy get their clocks with it; those set aside are the business of retries, which fire what
        // is due.
        List<Complaint> timed = standing(held, Standing.TIMED);
        List<Computed> computed = computation.of(timed);
        List<Computed> right = computed.stream()
                .filter(one -> one.complaint().standing() == Standing.TIMED)
                .toList();
        List<Rebuilt> rebuilt = rebuilt(right);
        if (!dryRun) {
            store(timed, rebuilt);
        }
        int failed = computed.size()
                - right.size()
                + standing(held, Standing.SET_ASIDE).size();
        return new Outcome(
                ids.size(),
                failed,
                rebuilt.stream()
                        .flatMap(one -> one.clocks().differences().stream())
                        .toList());
    }

    private static List<Complaint> standing(List<Complaint> held, Standing standing) {
        return held.stream().filter(one -> one.standing() == standing).toList();
    }

    private List<Rebuilt> rebuilt(List<Computed> right) {
        List<UUID> ids = right.stream().map(one -> one.complaint().id()).toList();
        Map<UUID, List<StoredClock>> stored = clocks.of(ids);
        var fired = clocks.firedLevels(ids);
        var now = complaints.now();
        var rebuilt = new ArrayList<Rebuilt>();
        for (Computed one : right) {
            List<StoredClock> before = stored.getOrDefault(one.complaint().id(), List.of());
            rebuilt.add(new Rebuilt(one, ClockRebuild.of(one.changes(), before, fired, now)));
        }
        return rebuilt;
    }

    private void store(List<Complaint> timed, List<Rebuilt> rebuilt) {
        Set<UUID> ids =
                rebuilt.stream().map(one -> one.computed().complaint().id()).collect(Collectors.toSet());
        record.record(
                rebuilt.stream().flatMap(one -> one.clocks().passed().stream()).toList());
        compute.store(
                timed.stream().filter(one -> ids.contains(one.id())).toList(),
                rebuilt.stream()
                        .map(one -> Computed.timed(
                                one.computed().complaint(), one.clocks().changes()))
                        .toList());
    }
}
