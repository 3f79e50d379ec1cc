package org.redress.sla.complaint;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.JdbiException;
import org.redress.messaging.AfterCommit;
import org.redress.service.id.Ids;
import org.redress.sla.clock.ClockChanges;
import org.redress.sla.clock.ClockPublisher;
import org.redress.sla.clock.ClockRepository;
import org.redress.sla.policy.PolicyInForce;
import org.redress.sla.policy.PolicyRepository;
import org.redress.sla.setaside.SetAsideComplaints;
import org.redress.sla.setaside.SetAsideComplaints.Stage;
import org.redress.sla.watch.Watchkeeper;

/**
 * Computes a complaint's clocks from its kept events, stores what changed, tells others, and lets the watch know what is
 * due next. Runs in the transaction that holds the complaint's row. Fires nothing: only the watch does.
 */
@ApplicationScoped
class ComputeClocks {
    private final ComplaintRepository complaints;
    private final PolicyRepository policies;
    private final ClockRepository clocks;
    private final ClockPublisher publisher;
    private final Deadlines deadlines;
    private final SetAsideComplaints setAside;
    private final Watchkeeper watch;
    private final AfterCommit afterCommit;

    ComputeClocks(
            ComplaintRepository complaints,
            PolicyRepository policies,
            ClockRepository clocks,
            ClockPublisher publisher,
            Deadlines deadlines,
            SetAsideComplaints setAside,
            Watchkeeper watch,
            AfterCommit afterCommit) {
        this.complaints = complaints;
        this.policies = policies;
        this.clocks = clocks;
        this.publisher = publisher;
        this.deadlines = deadlines;
        this.setAside = setAside;
        this.watch = watch;
        this.afterCommit = afterCommit;
    }

    /** Brings a complaint's clocks up to what its kept events say. */
    void of(Complaint complaint) {
        List<KeptFact> facts = complaints.factsOf(complaint.id());
        Optional<Fact> filing =
                facts.stream().map(KeptFact::fact).filter(Fact::isFiling).findFirst();
        if (filing.isEmpty()) {
            return;
        }
        if (complaint.standing() == Standing.SET_ASIDE) {
            setAside.takeBack(complaint.id());
        }
        Complaint filed =
                complaint.filed(filing.get().complainantId(), filing.get().at());
        policyOf(filed)
                .ifPresentOrElse(
                        policy -> time(filed.under(policy.version()), policy, facts),
                        () -> complaints.save(filed.standing(Standing.NO_POLICY)));
    }

    private Optional<PolicyInForce> policyOf(Complaint filed) {
        return filed.policyVersion() != null
                ? policies.version(filed.platform(), filed.policyVersion())
                : policies.inForceAt(filed.platform(), Objects.requireNonNull(filed.filedAt()));
    }

    private void time(Complaint complaint, PolicyInForce policy, List<KeptFact> facts) {
        ClockChanges changes;
        try {
            changes = changes(complaint, policy, facts);
        } catch (JdbiException e) {
            throw e;
        } catch (RuntimeException e) {
            complaints.save(complaint.standing(Standing.SET_ASIDE));
            setAside.within(complaint.id(), Stage.COMPUTE, e);
            return;
        }
        if (!changes.isEmpty()) {
            clocks.save(changes.rows());
            publisher.changed(changes);
        }
        Duration untilNext = complaints.save(complaint);
        if (untilNext != null) {
            afterCommit.run(watch.plannedLook(untilNext));
        }
    }

    /** What computing anew changes; fails where the events cannot be computed or a stored clock cannot be read. */
    private ClockChanges changes(Complaint complaint, PolicyInForce policy, List<KeptFact> facts) {
        return ClockChanges.between(
                new ClockChanges.Case(
                        complaint.id(), complaint.platform(), policy.version(), Deadlines.lastEventAt(facts)),
                clocks.of(complaint.id()),
                deadlines.compute(policy.policy(), facts),
                clocks.firedLevels(complaint.id()),
                Ids::next);
    }
}
