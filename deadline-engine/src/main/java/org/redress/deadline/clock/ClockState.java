package org.redress.deadline.clock;

/** How a clock stands as of the moment asked about. */
public enum ClockState {
    /** Open and before due. */
    RUNNING,
    /** Open, before due, and waiting for somebody else. */
    PAUSED,
    /** Met in time. */
    MET,
    /** Due passed without the meeting event: still open, or met late. */
    BREACHED,
    /** A complainant's window passed. */
    LAPSED,
    /** Ended without being met. */
    CANCELLED
}
