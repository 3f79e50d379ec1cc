package org.redress.sla.complaint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.deadline.clock.Clock;
import org.redress.deadline.clock.Clocks;
import org.redress.sla.clock.ClockName;
import org.redress.sla.clock.ClockRepository;
import org.redress.sla.clock.ClockView;
import org.redress.sla.clock.ClockView.RemarkView;
import org.redress.sla.clock.ClockViews;
import org.redress.sla.clock.ComputedClock;
import org.redress.sla.clock.MovedClocks;
import org.redress.sla.clock.MovedClocks.Left;
import org.redress.sla.clock.StoredClock;
import org.redress.sla.complaint.PolicyMoves.Move;
import org.redress.sla.policy.PolicyRepository;

/** Reads a complaint's clocks as of now, explained. Changes nothing. */
@ApplicationScoped
class ReadClocks {
    private final ComplaintViews views;
    private final EventRepository events;
    private final PolicyRepository policies;
    private final PolicyMoves moves;
    private final ClockRepository clocks;
    private final Deadlines deadlines;

    ReadClocks(
            ComplaintViews views,
            EventRepository events,
            PolicyRepository policies,
            PolicyMoves moves,
            ClockRepository clocks,
            Deadlines deadlines) {
        this.views = views;
        this.events = events;
        this.policies = policies;
        this.moves = moves;
        this.clocks = clocks;
        this.deadlines = deadlines;
    }

    /**
     * The clocks of a complaint of that platform.
     *
     * @param owner only a complaint of this complainant, or null for staff
     */
    @Transactional
    Optional<ComplaintClocks> of(UUID complaintId, String platform, @Nullable String owner) {
        return views.find(complaintId, platform, owner).map(seen -> read(seen.complaint(), seen.now()));
    }

    private ComplaintClocks read(Complaint complaint, Instant now) {
        List<UUID> only = List.of(complaint.id());
        List<KeptFact> facts = events.factsOf(only).getOrDefault(complaint.id(), List.of());
        List<RemarkView> remarks = new ArrayList<>(OddEvents.of(facts, events.numberings(complaint.id())));
        List<ClockView> running = clocks(complaint, facts, now, remarks);
        return new ComplaintClocks(
                complaint.id(),
                complaint.platform(),
                complaint.policyVersion(),
                complaint.standing(),
                running,
                remarks);
    }

    private List<ClockView> clocks(Complaint complaint, List<KeptFact> facts, Instant now, List<RemarkView> remarks) {
        if (complaint.standing() != Standing.TIMED || complaint.policyVersion() == null) {
            return List.of();
        }
        List<UUID> only = List.of(complaint.id());
        List<StoredClock> stored = clocks.of(only).getOrDefault(complaint.id(), List.of());
        Map<UUID, Map<String, Instant>> fired = clocks.firedLevels(only);
        return asOf(complaint, facts, now, remarks).stream()
                .map(clock -> view(clock, stored, fired, now))
                .toList();
    }

    /** The clocks of each version that the complaint has or had, as far as that version decides them. */
    private List<Clock> asOf(Complaint complaint, List<KeptFact> facts, Instant now, List<RemarkView> remarks) {
        var byVersion = new LinkedHashMap<Integer, List<Clock>>();
        var left = new ArrayList<Left>();
        for (Move move : moves.of(List.of(complaint.id())).getOrDefault(complaint.id(), List.of())) {
            List<Clock> clocks = computed(complaint, move.fromVersion(), facts, now)
                    .map(Clocks::clocks)
                    .orElse(List.of());
            byVersion.put(move.fromVersion(), clocks);
            left.add(new Left(
                    move.fromVersion(),
                    move.movedAt(),
                    clocks.stream().map(Deadlines::computed).toList()));
        }
        int version = Objects.requireNonNull(complaint.policyVersion());
        Optional<Clocks> computed = computed(complaint, version, facts, now);
        computed.ifPresent(of -> of.remarks().forEach(odd -> remarks.add(new RemarkView(odd.code(), odd.text()))));
        List<Clock> current = computed.map(Clocks::clocks).orElse(List.of());
        byVersion.put(version, current);
        Map<ClockName, Integer> decided = new HashMap<>();
        MovedClocks.of(left, version, current.stream().map(Deadlines::computed).toList())
                .forEach((clock, by) -> decided.put(clock.name(), by));
        return byVersion.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .filter(clock -> entry.getKey()
                                .equals(decided.get(Deadlines.computed(clock).name()))))
                .toList();
    }

    private Optional<Clocks> computed(Complaint complaint, int version, List<KeptFact> facts, Instant now) {
        return policies.version(complaint.platform(), version).map(policy -> deadlines.asOf(policy, facts, now));
    }

    private static ClockView view(
            Clock clock, List<StoredClock> stored, Map<UUID, Map<String, Instant>> fired, Instant now) {
        ComputedClock computed = Deadlines.computed(clock);
        UUID clockId = stored.stream()
                .filter(other -> other.isSameAs(computed))
                .map(StoredClock::clockId)
                .findFirst()
                .orElse(null);
        Map<String, Instant> detected = clockId == null ? Map.of() : fired.getOrDefault(clockId, Map.of());
        Instant[] inOrder = computed.levelKeys().stream().map(detected::get).toArray(Instant[]::new);
        return ClockViews.running(clock, clockId, now, Arrays.asList(inOrder));
    }
}
