package org.redress.notification.delivery;

import java.util.UUID;
import org.redress.notification.planning.Channel;

/** Tells the rest of the house how deliveries end. Called inside the transaction that records the end. */
public interface DeliveryEvents {
    /**
     * What the house learns of a delivery: ids only.
     *
     * @param id the delivery
     * @param complaintId its complaint
     * @param platform the tenant
     * @param channel how it went
     * @param template which text
     * @param audience to whom, as a role
     * @param attempts how often it was tried
     */
    record Ended(
            UUID id,
            UUID complaintId,
            String platform,
            Channel channel,
            String template,
            String audience,
            int attempts) {}

    /** It was sent. */
    void sent(Ended delivery);

    /** It was given up. */
    void failed(Ended delivery, String reason);
}
