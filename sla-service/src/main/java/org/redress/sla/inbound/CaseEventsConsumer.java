package org.redress.sla.inbound;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.redress.contract.UnreadableDataException;
import org.redress.contract.intake.IntakeEvent;
import org.redress.contract.triage.TriageEvent;
import org.redress.messaging.IncomingEvent;
import org.redress.messaging.Subscriptions;
import org.redress.messaging.UnreadableEventException;
import org.redress.sla.complaint.ForeignComplaintException;
import org.redress.sla.complaint.KeepEvent;

/** Reads complaint-events and triage-events. */
@ApplicationScoped
public class CaseEventsConsumer {
    private final Subscriptions subscriptions;
    private final KeepEvent keep;

    CaseEventsConsumer(Subscriptions subscriptions, KeepEvent keep) {
        this.subscriptions = subscriptions;
        this.keep = keep;
    }

    void start(@Observes StartupEvent event) {
        subscriptions.subscribe(IntakeEvent.TOPIC, this::intake);
        subscriptions.subscribe(TriageEvent.TOPIC, this::triage);
    }

    /** Handles one record of complaint-events, in the transaction that notes it as handled. */
    public void intake(IncomingEvent event) {
        handle(event, () -> IntakeFacts.of(IntakeEvent.read(event.type(), event.data())));
    }

    /** Handles one record of triage-events, in the transaction that notes it as handled. */
    public void triage(IncomingEvent event) {
        handle(event, () -> TriageFacts.of(TriageEvent.read(event.type(), event.data())));
    }

    private void handle(IncomingEvent event, EventReading.Reader reader) {
        try {
            EventReading.read(event, reader).ifPresent(keep::keep);
        } catch (UnreadableDataException e) {
            throw new UnreadableEventException(e.getMessage() == null ? "unreadable data" : e.getMessage(), e);
        } catch (ForeignComplaintException e) {
            throw new UnreadableEventException("the complaint belongs to another platform", e);
        }
    }
}
