package org.redress.notification.sms;

/** The steps of an attempt, in order. Between any two of them a process may die. */
public enum SendingStep {
    /** A worker holds the delivery. */
    CLAIMED,
    /** The contact is known. */
    CONTACT_KNOWN,
    /** The row says that a request is being made. */
    MARKED,
    /** The gateway answered, or failed to. */
    ANSWERED,
    /** The outcome is in the database. */
    RECORDED
}
