package org.redress.sla.clock;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Objects;
import org.redress.contract.sla.BreachWithdrawn;
import org.redress.contract.sla.ClockEnded;
import org.redress.contract.sla.ClockOutcome;
import org.redress.contract.sla.ClockStarted;
import org.redress.contract.sla.Metric;
import org.redress.contract.sla.SlaEvent;
import org.redress.contract.sla.TargetUnit;
import org.redress.messaging.Outbox;
import org.redress.messaging.OutgoingEvent;

/** Tells others which clocks started, moved and ended, in the transaction that stores them. */
@ApplicationScoped
public class ClockPublisher {
    private final Outbox outbox;

    ClockPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Appends the events of all changes at once; of a complaint starts first, so that no clock ends before it started. */
    public void changed(Collection<ClockChanges> changes) {
        var messages = new ArrayList<OutgoingEvent>();
        for (ClockChanges ofComplaint : changes) {
            ofComplaint.started().forEach(clock -> messages.add(message(clock, started(clock))));
            ofComplaint.ended().forEach(clock -> messages.add(message(clock, ended(clock))));
        }
        if (!messages.isEmpty()) {
            outbox.append(messages);
        }
    }

    /** Tells of breaches that do not count any more. */
    public void withdrawn(Collection<WithdrawnBreach> breaches) {
        if (!breaches.isEmpty()) {
            outbox.append(breaches.stream()
                    .map(breach -> message(breach.clock(), withdrawn(breach)))
                    .toList());
        }
    }

    private static OutgoingEvent message(StoredClock clock, SlaEvent event) {
        return new OutgoingEvent(event.type(), clock.complaintId().toString(), clock.platform(), event.data());
    }

    private static ClockStarted started(StoredClock clock) {
        return new ClockStarted(
                clock.complaintId(),
                clock.clockId(),
                Metric.valueOf(clock.metric()),
                clock.cycle(),
                clock.rule(),
                clock.policyVersion(),
                clock.target(),
                TargetUnit.valueOf(clock.unit()),
                clock.startedAt(),
                Objects.requireNonNull(clock.dueAt()));
    }

    private static BreachWithdrawn withdrawn(WithdrawnBreach breach) {
        StoredClock clock = breach.clock();
        return new BreachWithdrawn(
                clock.complaintId(),
                clock.clockId(),
                Metric.valueOf(clock.metric()),
                clock.cycle(),
                breach.breachId(),
                clock.dueAt() == null ? breach.dueAt() : clock.dueAt(),
                clock.metAt(),
                clock.cancelledAt(),
                breach.reason(),
                breach.withdrawnAt());
    }

    private static ClockEnded ended(StoredClock clock) {
        return new ClockEnded(
                clock.complaintId(),
                clock.clockId(),
                Metric.valueOf(clock.metric()),
                clock.cycle(),
                ClockOutcome.valueOf(Objects.requireNonNull(clock.outcome())),
                Objects.requireNonNull(clock.dueAt()),
                Objects.requireNonNull(clock.endedAt()));
    }
}
