package org.redress.contract.intake;

/** How a complaint was decided. */
public enum DecisionOutcome {
    /** The complainant is right. */
    SUPPORTED,
    /** The complainant is right in part. */
    PARTLY_SUPPORTED,
    /** The complainant is not right. */
    NOT_SUPPORTED,
    /** Both sides agreed, or a rule settled it (R55). */
    SETTLED,
    /** It is not for the platform to decide. */
    NOT_ADMITTED
}
