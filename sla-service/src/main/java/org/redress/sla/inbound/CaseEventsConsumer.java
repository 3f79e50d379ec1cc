package org.redress.sla.inbound;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.redress.contract.UnreadableDataException;
import org.redress.contract.intake.IntakeEvent;
import org.redress.contract.triage.TriageEvent;
import org.redress.messaging.IncomingEvent;
import org.redress.messaging.Subscriptions;
import org.redress.messaging.UnreadableEventException;
import org.redress.sla.complaint.ForeignComplaintException;
import org.redress.sla.complaint.KeepEvents;

/** Reads complaint-events and triage-events. */
@ApplicationScoped
public class CaseEventsConsumer {
    private final Subscriptions subscriptions;
    private final KeepEvents keep;

    CaseEventsConsumer(Subscriptions subscriptions, KeepEvents keep) {
        this.subscriptions = subscriptions;
        this.keep = keep;
    }

    void start(@Observes StartupEvent event) {
        subscriptions.subscribeInBatches(IntakeEvent.TOPIC, this::intake);
        subscriptions.subscribeInBatches(TriageEvent.TOPIC, this::triage);
    }

    /** Handles records of complaint-events, in the transaction that notes them as handled. */
    public void intake(List<IncomingEvent> events) {
        handle(events, event -> IntakeFacts.of(IntakeEvent.read(event.type(), event.data())));
    }

    /** Handles records of triage-events, in the transaction that notes them as handled. */
    public void triage(List<IncomingEvent> events) {
        handle(events, event -> TriageFacts.of(TriageEvent.read(event.type(), event.data())));
    }

    private void handle(List<IncomingEvent> events, Function<IncomingEvent, EventReading.@Nullable Said> reader) {
        try {
            keep.keep(events.stream()
                    .flatMap(event -> EventReading.read(event, () -> reader.apply(event)).stream())
                    .toList());
        } catch (UnreadableDataException e) {
            throw new UnreadableEventException(e.getMessage() == null ? "unreadable data" : e.getMessage(), e);
        } catch (ForeignComplaintException e) {
            throw new UnreadableEventException("the complaint belongs to another platform", e);
        }
    }
}
