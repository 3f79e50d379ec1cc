package org.redress.notification.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.redress.notification.planning.Channel;

/** Puts deliveries into their inbox: the message, the deliveries' end and the events of it, in the caller's transaction. */
@ApplicationScoped
public class PutInInbox {

    private final Inbox inbox;
    private final DeliveryRepository deliveries;
    private final DeliveryEvents events;
    private final DeliveryMetrics metrics;

    PutInInbox(Inbox inbox, DeliveryRepository deliveries, DeliveryEvents events, DeliveryMetrics metrics) {
        this.inbox = inbox;
        this.deliveries = deliveries;
        this.events = events;
        this.metrics = metrics;
    }

    /** One delivery, one message. */
    public void alone(Delivery delivery) {
        ended(delivery, inbox.put(delivery));
    }

    /**
     * Many deliveries to one addressee, one message.
     *
     * @param notices what it tells of, in its order; not empty
     * @param summary the values of its text
     */
    public void together(List<Delivery> notices, Map<String, String> summary) {
        UUID message = inbox.putTogether(notices.get(0), summary);
        notices.forEach(notice -> ended(notice, message));
    }

    private void ended(Delivery delivery, UUID message) {
        deliveries.told(delivery.id(), message);
        metrics.ended(Channel.INBOX, DeliveryState.SENT);
        events.sent(new DeliveryEvents.Ended(
                delivery.id(),
                delivery.complaintId(),
                delivery.platform(),
                delivery.channel(),
                delivery.template(),
                delivery.recipient().role(),
                1));
    }
}
