package org.redress.notification.inbound;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.redress.contract.triage.ComplaintAssigned;
import org.redress.contract.triage.ComplaintTriaged;
import org.redress.contract.triage.TriageEvent;
import org.redress.messaging.EventHandler;
import org.redress.messaging.IncomingEvent;
import org.redress.messaging.Subscriptions;
import org.redress.messaging.UnreadableEventException;
import org.redress.notification.cases.ForeignCaseException;
import org.redress.notification.delivery.PlanDeliveries;
import org.redress.notification.planning.Happening;
import org.redress.notification.planning.Occasion;

/** What triage says: who has the case now. */
@ApplicationScoped
class TriageEventsConsumer implements EventHandler {
    private static final Set<String> READ = Set.of(ComplaintTriaged.TYPE, ComplaintAssigned.TYPE);

    private final Subscriptions subscriptions;
    private final PlanDeliveries plan;

    TriageEventsConsumer(Subscriptions subscriptions, PlanDeliveries plan) {
        this.subscriptions = subscriptions;
        this.plan = plan;
    }

    void start(@Observes StartupEvent started) {
        subscriptions.subscribe(TriageEvent.TOPIC, this);
    }

    @Override
    public void lockFirst(List<IncomingEvent> events) {
        plan.lockFirst(Envelope.cases(events, READ));
    }

    @Override
    public void handle(IncomingEvent event) {
        TriageEvent said = Envelope.read(event, READ, TriageEvent::read);
        try {
            if (said instanceof ComplaintTriaged triaged) {
                Envelope.about(event, triaged.complaintId());
                plan.owned(triaged.complaintId(), event.platform(), triaged.owner(), event.sequence());
            } else if (said instanceof ComplaintAssigned assigned) {
                Envelope.about(event, assigned.complaintId());
                plan.assigned(happening(event, assigned), assigned.owner(), event.sequence());
            }
        } catch (ForeignCaseException e) {
            throw new UnreadableEventException("the complaint belongs to another platform", e);
        }
    }

    private static Happening happening(IncomingEvent event, ComplaintAssigned assigned) {
        return new Happening(
                event.id(),
                Occasion.COMPLAINT_ASSIGNED,
                assigned.complaintId(),
                event.platform(),
                event.time(),
                null,
                null,
                Map.of("queue", assigned.queue(), "tier", assigned.tier().name(), "cause", assigned.cause()));
    }
}
