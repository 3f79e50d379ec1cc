package org.redress.intake.lifecycle;

/** Where a remedy stands (R50). */
public enum RemedyState {
    /** To be carried out. */
    ORDERED,
    /** Carried out, says who did it. */
    EXECUTED,
    /** It arrived, says who was to get it, or the time to say otherwise passed. */
    CONFIRMED,
    /** It did not arrive, or not as ordered, says who was to get it. */
    DISPUTED,
    /** Taken back while the platform may be carrying it out; what the platform says ends it. */
    RECALLED,
    /** Not to be carried out any more. */
    CANCELLED;

    boolean isFinal() {
        return this == CONFIRMED || this == CANCELLED;
    }
}
