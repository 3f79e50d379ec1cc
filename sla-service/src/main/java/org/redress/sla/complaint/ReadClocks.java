package org.redress.sla.complaint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.deadline.clock.Clock;
import org.redress.sla.clock.ClockRepository;
import org.redress.sla.clock.ClockView;
import org.redress.sla.clock.ClockViews;
import org.redress.sla.clock.ComputedClock;
import org.redress.sla.clock.StoredClock;
import org.redress.sla.policy.PolicyRepository;

/** Reads a complaint's clocks as of now, explained. Changes nothing. */
@ApplicationScoped
class ReadClocks {
    private final ComplaintViews views;
    private final EventRepository events;
    private final PolicyRepository policies;
    private final ClockRepository clocks;
    private final Deadlines deadlines;

    ReadClocks(
            ComplaintViews views,
            EventRepository events,
            PolicyRepository policies,
            ClockRepository clocks,
            Deadlines deadlines) {
        this.views = views;
        this.events = events;
        this.policies = policies;
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
        return views.find(complaintId, platform, owner)
                .map(seen -> new ComplaintClocks(
                        complaintId,
                        platform,
                        seen.complaint().policyVersion(),
                        seen.complaint().standing(),
                        clocks(seen.complaint(), seen.now())));
    }

    private List<ClockView> clocks(Complaint complaint, Instant now) {
        if (complaint.standing() != Standing.TIMED || complaint.policyVersion() == null) {
            return List.of();
        }
        List<UUID> only = List.of(complaint.id());
        List<StoredClock> stored = clocks.of(only).getOrDefault(complaint.id(), List.of());
        Map<UUID, Map<String, Instant>> fired = clocks.firedLevels(only);
        List<KeptFact> facts = events.factsOf(only).getOrDefault(complaint.id(), List.of());
        return policies.version(complaint.platform(), complaint.policyVersion()).stream()
                .flatMap(policy -> deadlines.asOf(policy, facts, now).stream())
                .map(clock -> view(clock, stored, fired, now))
                .toList();
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
