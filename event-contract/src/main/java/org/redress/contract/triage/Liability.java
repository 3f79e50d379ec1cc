package org.redress.contract.triage;

/** Who caused it (R22). */
public enum Liability {
    /** The selling platform. */
    PLATFORM,
    /** The merchant. */
    MERCHANT,
    /** A supplier behind the merchant. */
    UPSTREAM_CHANNEL,
    /** The complainant. */
    USER,
    /** Not known yet. */
    UNDETERMINED
}
