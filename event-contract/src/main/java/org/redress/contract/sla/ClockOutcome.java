package org.redress.contract.sla;

/** How a clock ended. */
public enum ClockOutcome {
    /** In time. */
    MET,
    /** After its due time. */
    MET_LATE,
    /** Without being met. */
    CANCELLED
}
