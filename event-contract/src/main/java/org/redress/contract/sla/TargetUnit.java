package org.redress.contract.sla;

/** What a target counts. */
public enum TargetUnit {
    /** Plain elapsed time. */
    ELAPSED,
    /** Time inside the open hours of the calendar. */
    WORKING_TIME,
    /** Working days after the day of the start. */
    WORKING_DAYS,
    /** Days after the day of the start. */
    NATURAL_DAYS
}
