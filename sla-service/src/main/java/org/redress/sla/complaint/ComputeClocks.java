package org.redress.sla.complaint;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.redress.messaging.AfterCommit;
import org.redress.sla.clock.ClockChanges;
import org.redress.sla.clock.ClockPublisher;
import org.redress.sla.clock.ClockRepository;
import org.redress.sla.clock.WithdrawBreaches;
import org.redress.sla.setaside.SetAsideComplaints;
import org.redress.sla.watch.Watchkeeper;

/**
 * Brings complaints' clocks up to what their kept events say: computes a set of complaints, stores what changed, tells
 * others, and lets the watch know what is due next. Runs in the transaction that holds the complaints' rows. Fires nothing:
 * only the watch does. A complaint that cannot be computed is set aside and holds back no other of the set.
 */
@ApplicationScoped
class ComputeClocks {
    private final ComplaintRepository complaints;
    private final ClockRepository clocks;
    private final ClockPublisher publisher;
    private final WithdrawBreaches withdraw;
    private final Computation computation;
    private final SetAsideComplaints setAside;
    private final Watchkeeper watch;
    private final AfterCommit afterCommit;

    ComputeClocks(
            ComplaintRepository complaints,
            ClockRepository clocks,
            ClockPublisher publisher,
            WithdrawBreaches withdraw,
            Computation computation,
            SetAsideComplaints setAside,
            Watchkeeper watch,
            AfterCommit afterCommit) {
        this.complaints = complaints;
        this.clocks = clocks;
        this.publisher = publisher;
        this.withdraw = withdraw;
        this.computation = computation;
        this.setAside = setAside;
        this.watch = watch;
        this.afterCommit = afterCommit;
    }

    /** Computes complaints of which this transaction holds the rows; those not filed yet are left as they are. */
    void of(List<Complaint> held) {
        store(held, computation.of(held));
    }

    /** Stores what was computed of complaints of which this transaction holds the rows. */
    void store(List<Complaint> held, List<Computed> computed) {
        if (computed.isEmpty()) {
            return;
        }
        takeBack(held);
        List<ClockChanges> changes = computed.stream()
                .map(Computed::changes)
                .filter(ofComplaint -> !ofComplaint.isEmpty())
                .toList();
        if (!changes.isEmpty()) {
            clocks.save(changes.stream()
                    .flatMap(ofComplaint -> ofComplaint.rows().stream())
                    .toList());
            publisher.changed(changes);
            withdraw.of(changes);
        }
        complaints
                .save(computed.stream().map(Computed::complaint).toList())
                .ifPresent(untilNext -> afterCommit.run(watch.plannedLook(untilNext)));
        setAside.within(computed.stream()
                .map(Computed::setAside)
                .filter(Objects::nonNull)
                .toList());
    }

    private void takeBack(List<Complaint> held) {
        List<UUID> before = held.stream()
                .filter(complaint -> complaint.standing() == Standing.SET_ASIDE)
                .map(Complaint::id)
                .toList();
        setAside.takeBack(before);
    }
}
