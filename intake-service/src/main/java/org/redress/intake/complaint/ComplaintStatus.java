package org.redress.intake.complaint;

/** Where a case stands. */
public enum ComplaintStatus {
    /** Kept and numbered; nobody has judged it yet. */
    FILED,
    /** Category, severity, queue and owner are set. */
    TRIAGED
}
