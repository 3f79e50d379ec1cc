package org.redress.contract.notification;

import java.time.Instant;
import java.util.UUID;
import org.redress.contract.EventData;
import org.redress.contract.FieldRule;

/**
 * A message was accepted by its channel (R41).
 *
 * @param complaintId the complaint
 * @param deliveryId the delivery
 * @param channel the channel
 * @param template the template it was made from
 * @param recipient who got it: a masked number or a role, never an address
 * @param attempts how often it was tried, from 1
 * @param sentAt when it was accepted
 */
public record NotificationSent(
        UUID complaintId,
        UUID deliveryId,
        DeliveryChannel channel,
        String template,
        String recipient,
        int attempts,
        Instant sentAt)
        implements NotificationEvent {
    /** The wire name. */
    public static final String TYPE = "org.redress.notification-sent.v1";

    /** Checks the rules of single fields. */
    public NotificationSent {
        FieldRule.atLeast("attempts", attempts, 1);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public byte[] data() {
        return EventData.write(this);
    }
}
