package org.redress.contract.intake;

/** How an offered settlement ended (R35). */
public enum OfferOutcome {
    /** Taken; its remedy is ordered. */
    ACCEPTED,
    /** Not taken; the case goes on. */
    REFUSED,
    /** Taken back by the side that offered it. */
    WITHDRAWN,
    /** Its time passed. */
    LAPSED,
    /** A decision or a withdrawal came first. */
    OVERTAKEN
}
