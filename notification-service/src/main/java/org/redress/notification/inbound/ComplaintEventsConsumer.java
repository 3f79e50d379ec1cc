package org.redress.notification.inbound;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Set;
import org.redress.contract.intake.ComplaintFiled;
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
    private static final Set<String> READ = Set.of(ComplaintFiled.TYPE);

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
    public void handle(IncomingEvent event) {
        if (Envelope.read(event, READ, IntakeEvent::read) instanceof ComplaintFiled filed) {
            filed(event, filed);
        }
    }

    private void filed(IncomingEvent event, ComplaintFiled filed) {
        Envelope.about(event, filed.complaintId());
        if (!filed.platform().equals(event.platform())) {
            throw new UnreadableEventException("the platform of the data is not that of the envelope");
        }
        Happening happening = new Happening(
                event.id(),
                Occasion.COMPLAINT_FILED,
                filed.complaintId(),
                filed.platform(),
                event.time(),
                null,
                null,
                Map.of("number", filed.number()));
        try {
            plan.filed(happening, filed.number(), filed.complainantId(), filed.language());
        } catch (ForeignCaseException e) {
            throw new UnreadableEventException("the complaint belongs to another platform", e);
        }
    }
}
