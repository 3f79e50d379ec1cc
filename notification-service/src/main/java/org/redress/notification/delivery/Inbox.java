package org.redress.notification.delivery;

/** Where in-site messages are put. */
public interface Inbox {
    /** Puts a message into its recipient's inbox, inside the caller's transaction. */
    void put(Delivery delivery);
}
