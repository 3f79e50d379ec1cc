package org.redress.sla.complaint;

/** Whether a complaint has clocks, and if not, why. */
public enum Standing {
    /** Events of it are known, its filing is not yet. */
    UNFILED,
    /** Its platform has no policy in force; it gets its clocks with the first one. */
    NO_POLICY,
    /** Its clocks run by the policy version it was filed under. */
    TIMED,
    /** Its clocks could not be computed or fired. */
    SET_ASIDE
}
