package org.redress.contract.intake;

/** What an appeal did to the decision (R31). */
public enum AppealOutcome {
    /** The decision stands. */
    UPHELD,
    /** Another decision takes its place. */
    CHANGED,
    /** The decision is gone. */
    REVOKED
}
