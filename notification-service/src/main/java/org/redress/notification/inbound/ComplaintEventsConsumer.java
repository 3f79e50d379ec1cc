package org.redress.notification.inbound;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.redress.contract.intake.ComplaintFiled;
import org.redress.contract.intake.EvidenceReleased;
import org.redress.contract.intake.IntakeEvent;
import org.redress.messaging.EventHandler;
import org.redress.messaging.IncomingEvent;
import org.redress.messaging.Subscriptions;
import org.redress.messaging.UnreadableEventException;
import org.redress.notification.cases.ForeignCaseException;
import org.redress.notification.delivery.PlanDeliveries;
import org.redress.notification.planning.Happening;
import org.redress.notification.planning.Occasion;

/** What intake says. Types that nobody is told about pass by. */
@ApplicationScoped
class ComplaintEventsConsumer implements EventHandler {
    private static final Set<String> READ = Set.of(ComplaintFiled.TYPE, EvidenceReleased.TYPE);

    private final Subscriptions subscriptions;
    private final PlanDeliveries plan;

    ComplaintEventsConsumer(Subscriptions subscriptions, PlanDeliveries plan) {
        this.subscriptions = subscriptions;
        this.plan = plan;
    }

    void start(@Observes StartupEvent started) {
        subscriptions.subscribe(IntakeEvent.TOPIC, this);
    }

    @Override
    public void lockFirst(List<IncomingEvent> events) {
        plan.lockFirst(Envelope.cases(events, READ));
    }

    @Override
    public void handle(IncomingEvent event) {
        IntakeEvent said = Envelope.read(event, READ, IntakeEvent::read);
        try {
            if (said instanceof ComplaintFiled filed) {
                filed(event, filed);
            } else if (said instanceof EvidenceReleased released) {
                plan.happened(happening(event, Occasion.EVIDENCE_RELEASED, released.complaintId(), Map.of()));
            }
        } catch (ForeignCaseException e) {
            throw new UnreadableEventException("the complaint belongs to another platform", e);
        }
    }

    private void filed(IncomingEvent event, ComplaintFiled filed) {
        Happening happening =
                happening(event, Occasion.COMPLAINT_FILED, filed.complaintId(), Map.of("number", filed.number()));
        if (!filed.platform().equals(event.platform())) {
            throw new UnreadableEventException("the platform of the data is not that of the envelope");
        }
        plan.filed(happening, filed.number(), filed.complainantId(), filed.language());
    }

    /** What happened, once data and envelope are known to speak of the same complaint. */
    private static Happening happening(
            IncomingEvent event, Occasion occasion, UUID complaintId, Map<String, String> params) {
        Envelope.about(event, complaintId);
        return new Happening(event.id(), occasion, complaintId, event.platform(), event.time(), null, null, params);
    }
}
