package org.redress.notification.delivery;

import java.util.Map;
import java.util.UUID;

/** Where in-site messages are put. */
public interface Inbox {
    /**
     * Puts a message into its recipient's inbox, inside the caller's transaction.
     *
     * @return the message's id
     */
    UUID put(Delivery delivery);

    /**
     * Puts one message that tells of many deliveries into their recipient's inbox, inside the caller's transaction.
     *
     * @param first the first of them
     * @param summary the values of its text
     * @return the message's id
     */
    UUID putTogether(Delivery first, Map<String, String> summary);
}
