package org.redress.notification.delivery;

/** Where a delivery stands. SENT, FAILED and SKIPPED are final, but ops may have a FAILED one tried again. */
public enum DeliveryState {
    /** To be sent at its next attempt's time; nothing of it is under way at the gateway. */
    DUE,
    /** A request to send is being made. If the worker dies here, the lease ends and the row becomes UNKNOWN. */
    SENDING,
    /** The gateway accepted it, or it lies in the inbox. */
    SENT,
    /** A request was made and its fate is not known; it is looked up before any other request. */
    UNKNOWN,
    /** Given up, with the reason. */
    FAILED,
    /** Not to be sent, with the reason: no phone, a cap, too old. */
    SKIPPED
}
