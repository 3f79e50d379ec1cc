package org.redress.notification.inbound;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;
import org.redress.contract.sla.BreachWithdrawn;
import org.redress.contract.sla.ComplaintEscalated;
import org.redress.contract.sla.DeadlineApproaching;
import org.redress.contract.sla.DeadlineBreached;
import org.redress.contract.sla.SlaEvent;
import org.redress.contract.sla.WindowLapsed;
import org.redress.messaging.EventHandler;
import org.redress.messaging.IncomingEvent;
import org.redress.messaging.Subscriptions;
import org.redress.messaging.UnreadableEventException;
import org.redress.notification.cases.ForeignCaseException;
import org.redress.notification.delivery.PlanDeliveries;
import org.redress.notification.planning.Happening;

/**
 * What sla says: levels of deadlines that fired, and breaches taken back. Clocks that merely start or end are nobody's
 * message, and neither is a move ahead in a queue.
 */
@ApplicationScoped
class SlaEventsConsumer implements EventHandler {
    private static final Set<String> READ = Set.of(
            DeadlineApproaching.TYPE,
            DeadlineBreached.TYPE,
            ComplaintEscalated.TYPE,
            WindowLapsed.TYPE,
            BreachWithdrawn.TYPE);

    private final Subscriptions subscriptions;
    private final PlanDeliveries plan;
    private final FiredLevels levels;

    SlaEventsConsumer(Subscriptions subscriptions, PlanDeliveries plan, FiredLevels levels) {
        this.subscriptions = subscriptions;
        this.plan = plan;
        this.levels = levels;
    }

    void start(@Observes StartupEvent started) {
        subscriptions.subscribe(SlaEvent.TOPIC, this);
    }

    @Override
    public void lockFirst(List<IncomingEvent> events) {
        plan.lockFirst(Envelope.cases(events, READ));
    }

    @Override
    public void handle(IncomingEvent event) {
        SlaEvent said = Envelope.read(event, READ, SlaEvent::read);
        try {
            if (said instanceof BreachWithdrawn withdrawn) {
                Envelope.about(event, withdrawn.complaintId());
                Happening happening = levels.withdrawn(event, withdrawn);
                plan.withdrawn(happening, java.util.Objects.requireNonNull(happening.level()));
            } else {
                levels.fired(event, said).ifPresent(happening -> {
                    Envelope.about(event, happening.complaintId());
                    plan.happened(happening);
                });
            }
        } catch (ForeignCaseException e) {
            throw new UnreadableEventException("the complaint belongs to another platform", e);
        }
    }
}
