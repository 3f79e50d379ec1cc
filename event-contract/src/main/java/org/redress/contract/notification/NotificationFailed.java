package org.redress.contract.notification;

import java.time.Instant;
import java.util.UUID;
import org.redress.contract.EventData;

/**
 * A message was given up.
 *
 * @param complaintId the complaint
 * @param deliveryId the delivery
 * @param channel the channel
 * @param template the template it was made from
 * @param reason why, without personal data
 * @param failedAt when it was given up
 */
public record NotificationFailed(
        UUID complaintId, UUID deliveryId, DeliveryChannel channel, String template, String reason, Instant failedAt)
        implements NotificationEvent {
    /** The wire name. */
    public static final String TYPE = "org.redress.notification-failed.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public byte[] data() {
        return EventData.write(this);
    }
}
