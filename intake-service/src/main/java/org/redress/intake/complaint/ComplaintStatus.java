package org.redress.intake.complaint;

/** Where a case stands. */
public enum ComplaintStatus {
    /** Kept and numbered; nobody has judged it yet. */
    FILED,
    /** Category, severity, queue and owner are set; it is worked on. */
    TRIAGED,
    /** The complainant was asked for material (R14). */
    AWAITING_MATERIALS,
    /** A decision was served; it is carried out, and can be appealed while its window is open. */
    DECIDED,
    /** A team above looks at the decision (R31). */
    UNDER_APPEAL,
    /** The complainant took it back. */
    WITHDRAWN,
    /** Decided, and nothing is open any more. */
    CLOSED
}
