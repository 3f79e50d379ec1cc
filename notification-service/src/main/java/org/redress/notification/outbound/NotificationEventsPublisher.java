package org.redress.notification.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.redress.contract.notification.DeliveryChannel;
import org.redress.contract.notification.NotificationEvent;
import org.redress.contract.notification.NotificationFailed;
import org.redress.contract.notification.NotificationSent;
import org.redress.messaging.Outbox;
import org.redress.messaging.OutgoingEvent;
import org.redress.notification.delivery.DeliveryEvents;
import org.redress.notification.planning.Channel;

/** Puts the ends of deliveries into the outbox, in the transaction that records them. */
@ApplicationScoped
class NotificationEventsPublisher implements DeliveryEvents {
    private final Outbox outbox;
    private final Clock clock;

    NotificationEventsPublisher(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public void sent(Ended delivery) {
        append(
                delivery,
                new NotificationSent(
                        delivery.complaintId(),
                        delivery.id(),
                        channel(delivery.channel()),
                        delivery.template(),
                        delivery.audience(),
                        delivery.attempts(),
                        clock.instant()));
    }

    @Override
    public void failed(Ended delivery, String reason) {
        append(
                delivery,
                new NotificationFailed(
                        delivery.complaintId(),
                        delivery.id(),
                        channel(delivery.channel()),
                        delivery.template(),
                        reason,
                        clock.instant()));
    }

    private void append(Ended delivery, NotificationEvent event) {
        outbox.append(
                new OutgoingEvent(event.type(), delivery.complaintId().toString(), delivery.platform(), event.data()));
    }

    private static DeliveryChannel channel(Channel channel) {
        return switch (channel) {
            case SMS -> DeliveryChannel.SMS;
            case INBOX -> DeliveryChannel.INBOX;
        };
    }
}
