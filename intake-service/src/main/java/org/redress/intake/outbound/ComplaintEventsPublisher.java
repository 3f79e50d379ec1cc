package org.redress.intake.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.redress.contract.intake.IntakeEvent;
import org.redress.messaging.Outbox;
import org.redress.messaging.OutgoingEvent;

/** Appends events of the contract to the outbox, in the running transaction. */
@ApplicationScoped
public class ComplaintEventsPublisher {
    private final Outbox outbox;

    ComplaintEventsPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Publishes what happened to a complaint of a platform, once the transaction commits. */
    public void publish(UUID complaintId, String platform, IntakeEvent event) {
        outbox.append(new OutgoingEvent(event.type(), complaintId.toString(), platform, event.data()));
    }
}
