package org.redress.sla.complaint;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.sla.clock.ClockRepository;
import org.redress.sla.clock.StoredClock;
import org.redress.sla.complaint.PolicyMoves.Move;

/**
 * Moves complaints to another policy version, or says what that would do. A complaint that cannot be computed by that version
 * fails alone and is left as it was.
 */
@ApplicationScoped
public class MoveComplaints {
    private final ComplaintRepository complaints;
    private final ComplaintViews views;
    private final Computation computation;
    private final ComputeClocks compute;
    private final ClockRepository clocks;
    private final PolicyMoves moves;

    /**
     * Where complaints of a platform are to be moved.
     *
     * @param from only complaints that have one of these versions; null: any other than {@code to}
     * @param at the moment of the move, by the database's clock
     */
    public record Target(String platform, int to, @Nullable Set<Integer> from, Instant at) {
        boolean takes(Complaint complaint) {
            Integer has = complaint.policyVersion();
            return complaint.platform().equals(platform)
                    && (complaint.standing() == Standing.TIMED || complaint.standing() == Standing.SET_ASIDE)
                    && has != null
                    && has != to
                    && (from == null || from.contains(has));
        }
    }

    /**
     * What became of a complaint, or would.
     *
     * @param failure why it could not be moved; null when it was
     * @param before its clocks as they were
     * @param changed those that are new or changed, as they are now
     */
    public record Outcome(
            UUID complaintId, @Nullable String failure, List<StoredClock> before, List<StoredClock> changed) {}

    MoveComplaints(
            ComplaintRepository complaints,
            ComplaintViews views,
            Computation computation,
            ComputeClocks compute,
            ClockRepository clocks,
            PolicyMoves moves) {
        this.complaints = complaints;
        this.views = views;
        this.computation = computation;
        this.compute = compute;
        this.clocks = clocks;
        this.moves = moves;
    }

    /** What moving these complaints would do. Locks and stores nothing. */
    public List<Outcome> preview(List<UUID> ids, Target target) {
        List<Complaint> taken = views.all(ids).stream().filter(target::takes).toList();
        return outcomes(taken, computed(taken, target));
    }

    /**
     * Moves those of the complaints that the target takes, in the running transaction.
     *
     * @return one outcome for each that was taken
     */
    public List<Outcome> move(List<UUID> ids, Target target, UUID migration) {
        List<Complaint> taken =
                complaints.lock(ids).stream().filter(target::takes).toList();
        List<Computed> computed = computed(taken, target);
        List<Computed> right =
                computed.stream().filter(one -> one.setAside() == null).toList();
        Set<UUID> moved = right.stream().map(one -> one.complaint().id()).collect(Collectors.toSet());
        List<Complaint> held =
                taken.stream().filter(one -> moved.contains(one.id())).toList();
        List<Outcome> outcomes = outcomes(taken, computed);
        moves.add(held.stream().map(one -> move(one, target)).toList(), migration);
        compute.store(held, right);
        return outcomes;
    }

    private List<Computed> computed(List<Complaint> taken, Target target) {
        Map<UUID, List<Move>> moved =
                new HashMap<>(moves.of(taken.stream().map(Complaint::id).toList()));
        taken.forEach(one -> {
            List<Move> ofOne = new ArrayList<>(moved.getOrDefault(one.id(), List.of()));
            ofOne.add(move(one, target));
            moved.put(one.id(), ofOne);
        });
        return computation.of(taken.stream().map(one -> one.under(target.to())).toList(), moved);
    }

    private static Move move(Complaint complaint, Target target) {
        return new Move(complaint.id(), Objects.requireNonNull(complaint.policyVersion()), target.at());
    }

    private List<Outcome> outcomes(List<Complaint> taken, List<Computed> computed) {
        Set<UUID> right = computed.stream()
                .filter(one -> one.setAside() == null)
                .map(one -> one.complaint().id())
                .collect(Collectors.toSet());
        // What is stored of the others may not even be readable.
        Map<UUID, List<StoredClock>> before = clocks.of(right);
        Map<UUID, Computed> byId = computed.stream()
                .collect(Collectors.toMap(one -> one.complaint().id(), Function.identity()));
        return taken.stream()
                .map(one -> outcome(one.id(), byId.get(one.id()), before.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private static Outcome outcome(UUID id, @Nullable Computed computed, List<StoredClock> before) {
        if (computed == null) {
            return new Outcome(id, "it is not filed", before, List.of());
        }
        return computed.setAside() == null
                ? new Outcome(id, null, before, computed.changes().rows())
                : new Outcome(id, computed.setAside().reason(), before, List.of());
    }
}
