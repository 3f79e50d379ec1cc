package org.redress.notification.inbound;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.redress.contract.sla.ComplaintEscalated;
import org.redress.contract.sla.DeadlineApproaching;
import org.redress.contract.sla.DeadlineBreached;
import org.redress.contract.sla.Metric;
import org.redress.contract.sla.SlaEvent;
import org.redress.messaging.EventHandler;
import org.redress.messaging.IncomingEvent;
import org.redress.messaging.Subscriptions;
import org.redress.messaging.UnreadableEventException;
import org.redress.notification.cases.ForeignCaseException;
import org.redress.notification.delivery.PlanDeliveries;
import org.redress.notification.planning.Happening;
import org.redress.notification.planning.Occasion;

/** What sla says: warnings, breaches and escalations. Clocks that merely start or end are nobody's message. */
@ApplicationScoped
class SlaEventsConsumer implements EventHandler {
    private static final Set<String> READ =
            Set.of(DeadlineApproaching.TYPE, DeadlineBreached.TYPE, ComplaintEscalated.TYPE);

    private final Subscriptions subscriptions;
    private final PlanDeliveries plan;

    SlaEventsConsumer(Subscriptions subscriptions, PlanDeliveries plan) {
        this.subscriptions = subscriptions;
        this.plan = plan;
    }

    void start(@Observes StartupEvent started) {
        subscriptions.subscribe(SlaEvent.TOPIC, this);
    }

    @Override
    public void handle(IncomingEvent event) {
        SlaEvent said = Envelope.read(event, READ, SlaEvent::read);
        if (said instanceof DeadlineApproaching near) {
            tell(
                    event,
                    Occasion.DEADLINE_APPROACHING,
                    near.complaintId(),
                    near.to(),
                    clock(near.metric(), near.dueAt()));
        } else if (said instanceof DeadlineBreached missed) {
            tell(
                    event,
                    Occasion.DEADLINE_BREACHED,
                    missed.complaintId(),
                    missed.to(),
                    clock(missed.metric(), missed.dueAt()));
        } else if (said instanceof ComplaintEscalated up) {
            Map<String, String> params = new HashMap<>(clock(up.metric(), up.dueAt()));
            params.put("tier", up.toTier() == null ? "NONE" : up.toTier().name());
            tell(event, Occasion.COMPLAINT_ESCALATED, up.complaintId(), up.to(), params);
        }
    }

    private void tell(IncomingEvent event, Occasion occasion, UUID complaintId, String to, Map<String, String> params) {
        Envelope.about(event, complaintId);
        try {
            plan.happened(new Happening(event.id(), occasion, complaintId, event.platform(), event.time(), to, params));
        } catch (ForeignCaseException e) {
            throw new UnreadableEventException("the complaint belongs to another platform", e);
        }
    }

    private static Map<String, String> clock(Metric metric, Instant dueAt) {
        return Map.of("metric", metric.name(), "dueAt", dueAt.toString());
    }
}
