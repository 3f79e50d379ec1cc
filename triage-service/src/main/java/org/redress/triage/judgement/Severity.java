package org.redress.triage.judgement;

/** How bad it is (R20), mildest first. Money safety comes first: what is still being lost is {@link #CRITICAL}. */
public enum Severity {
    /** No money is missing. */
    NORMAL,
    /** Money is gone, or much is at stake. */
    URGENT,
    /** An account, device or identity is in other hands, or money goes on leaving (R21: a freeze is ordered). */
    CRITICAL;

    /** The worse of two. */
    public Severity max(Severity other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
