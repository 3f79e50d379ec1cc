package org.redress.triage.judgement;

/** Who may have to answer for it (R22); several may apply. */
public enum Liability {
    /** The platform itself: its systems, its promises, its custody of accounts. */
    PLATFORM,
    /** The seller of the goods. */
    MERCHANT,
    /** An operator or supplier behind the seller, such as a telecom or a bank. */
    UPSTREAM_CHANNEL,
    /** A slip of the complainant, such as a wrong number. */
    USER,
    /** The text does not tell. */
    UNDETERMINED
}
