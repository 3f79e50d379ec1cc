package org.redress.sla.complaint;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.redress.service.id.Ids;
import org.redress.sla.clock.ClockChanges;
import org.redress.sla.clock.ClockRepository;
import org.redress.sla.clock.ComputedClock;
import org.redress.sla.clock.MovedClocks;
import org.redress.sla.clock.MovedClocks.Left;
import org.redress.sla.clock.StoredClock;
import org.redress.sla.complaint.PolicyChoice.Choice;
import org.redress.sla.complaint.PolicyMoves.Move;
import org.redress.sla.policy.PolicyInForce;
import org.redress.sla.setaside.SetAside;
import org.redress.sla.setaside.SetAside.Stage;

/** What complaints' clocks should be, beside what they are. Reads a set in a fixed number of statements; writes nothing. */
@ApplicationScoped
class Computation {
    private final EventRepository events;
    private final ClockRepository clocks;
    private final PolicyChoice policies;
    private final PolicyMoves moves;
    private final Deadlines deadlines;

    /** What is stored of a set of complaints. */
    private record Stored(
            Map<UUID, List<StoredClock>> clocks, Map<UUID, Map<String, Instant>> fired, Map<UUID, List<Move>> moves) {}

    Computation(
            EventRepository events,
            ClockRepository clocks,
            PolicyChoice policies,
            PolicyMoves moves,
            Deadlines deadlines) {
        this.events = events;
        this.clocks = clocks;
        this.policies = policies;
        this.moves = moves;
        this.deadlines = deadlines;
    }

    /**
     * Computes those of the complaints that are filed. One that fails, because its events cannot be computed or what is
     * stored of it cannot be read, fails alone: the set is then done again, each complaint by itself.
     *
     * @throws JdbiException when the database failed
     */
    List<Computed> of(List<Complaint> held) {
        return held.isEmpty()
                ? List.of()
                : of(held, moves.of(held.stream().map(Complaint::id).toList()));
    }

    /** The same, of complaints that were, or would be, moved like that. */
    List<Computed> of(List<Complaint> held, Map<UUID, List<Move>> moved) {
        try {
            return held.isEmpty() ? List.of() : together(held, moved);
        } catch (JdbiException e) {
            throw e;
        } catch (RuntimeException e) {
            return held.size() == 1
                    ? List.of(unreadable(held.get(0), e))
                    : held.stream()
                            .flatMap(one -> of(List.of(one), moved).stream())
                            .toList();
        }
    }

    private static Computed unreadable(Complaint complaint, RuntimeException failure) {
        return Computed.failed(complaint, SetAside.alone(complaint.id(), Stage.COMPUTE, failure));
    }

    private List<Computed> together(List<Complaint> held, Map<UUID, List<Move>> moved) {
        Map<UUID, List<KeptFact>> facts =
                events.factsOf(held.stream().map(Complaint::id).toList());
        var filed = new LinkedHashMap<Complaint, List<KeptFact>>();
        held.forEach(complaint -> {
            List<KeptFact> known = facts.getOrDefault(complaint.id(), List.of());
            known.stream()
                    .filter(kept -> kept.fact().isFiling())
                    .findFirst()
                    .ifPresent(filing -> filed.put(
                            complaint.filed(filing.fact().complainantId(), filing.at(), Traits.of(known)), known));
        });
        List<UUID> ids = filed.keySet().stream().map(Complaint::id).toList();
        var stored = new Stored(clocks.of(ids), clocks.firedLevels(ids), moved);
        Map<Complaint, Choice> choices = policies.of(filed.keySet());
        return filed.keySet().stream()
                .map(complaint -> computed(
                        complaint, choices.get(complaint), Objects.requireNonNull(filed.get(complaint)), stored))
                .toList();
    }

    private Computed computed(Complaint complaint, @Nullable Choice choice, List<KeptFact> facts, Stored stored) {
        if (choice == null) {
            return Computed.withoutPolicy(complaint);
        }
        PolicyInForce policy = choice.policy();
        if (policy == null) {
            var why = SetAside.withItsPlatform(
                    complaint.id(), complaint.platform(), choice.version(), Objects.requireNonNull(choice.failure()));
            return Computed.failed(complaint, why);
        }
        try {
            return Computed.timed(complaint.under(policy.version()), changes(complaint, policy, facts, stored));
        } catch (RuntimeException e) {
            return Computed.failed(complaint, SetAside.alone(complaint.id(), Stage.COMPUTE, e));
        }
    }

    private ClockChanges changes(Complaint complaint, PolicyInForce policy, List<KeptFact> facts, Stored stored) {
        List<Left> left = stored.moves().getOrDefault(complaint.id(), List.of()).stream()
                .map(move -> new Left(
                        move.fromVersion(),
                        move.movedAt(),
                        deadlines.compute(policies.version(complaint.platform(), move.fromVersion()), facts)))
                .toList();
        Map<ComputedClock, Integer> computed = MovedClocks.of(left, policy.version(), deadlines.compute(policy, facts));
        return ClockChanges.between(
                new ClockChanges.Case(
                        complaint.id(), complaint.platform(), policy.version(), Deadlines.lastEventAt(facts), computed),
                stored.clocks().getOrDefault(complaint.id(), List.of()),
                List.copyOf(computed.keySet()),
                stored.fired(),
                Ids::next);
    }
}
