package org.redress.sla.report;

/** What became of a deadline, for statistics. Each deadline has exactly one. */
public enum Outcome {
    /** Met in time. */
    MET,
    /** Not met in time, whether met late, cancelled later or still open. A breach that was withdrawn is none. */
    BREACHED,
    /** Still open and not breached. Not in attainment. */
    OPEN,
    /** Cancelled before it was breached. Not in attainment. */
    CANCELLED
}
