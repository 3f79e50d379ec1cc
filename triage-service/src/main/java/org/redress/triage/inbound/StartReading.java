package org.redress.triage.inbound;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.redress.contract.intake.IntakeEvent;
import org.redress.contract.sla.SlaEvent;
import org.redress.messaging.Subscriptions;

/** Starts to read the topics once the application is up. */
@Singleton
public class StartReading {

    void subscribe(
            @Observes StartupEvent event,
            Subscriptions subscriptions,
            ComplaintEventsConsumer complaints,
            SlaEventsConsumer deadlines) {
        subscriptions.subscribe(IntakeEvent.TOPIC, complaints);
        subscriptions.subscribe(SlaEvent.TOPIC, deadlines);
    }
}
