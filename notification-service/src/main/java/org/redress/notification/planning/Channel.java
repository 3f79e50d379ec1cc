package org.redress.notification.planning;

/** A way to reach someone. */
public enum Channel {
    /** A short message to a phone, through the gateway. */
    SMS,
    /** The in-site inbox. */
    INBOX
}
