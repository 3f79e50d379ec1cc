package org.redress.triage.freeze;

/** Where the delivery of a freeze stands. */
public enum FreezeState {
    /** Written down, not sent. */
    ORDERED,
    /** Being sent, or was when the process ended. */
    SENDING,
    /** Sent without a clear answer; looked up at the platform before it is sent again. */
    UNKNOWN,
    /** The platform acknowledged it. */
    CONFIRMED,
    /** Not to be done by the machine any more; the failure says why. */
    FAILED_NEEDS_PERSON
}
