package org.redress.contract.notification;

/** The way a message goes out. */
public enum DeliveryChannel {
    /** Short message to a phone. */
    SMS,
    /** In-site message. */
    INBOX
}
