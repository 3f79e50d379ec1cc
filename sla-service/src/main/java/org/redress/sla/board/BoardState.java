package org.redress.sla.board;

/** How an open clock stands now. Every open clock is in exactly one of them, so that the figures add up. */
public enum BoardState {
    /** Its due time has passed and the breach is recorded. */
    BREACHED,
    /**
     * Its due time has passed, the breach is not recorded yet. For a moment that is normal; clocks that stay here say that the
     * watch lags.
     */
    LATE,
    /** It runs, and its first warning has come; without a warning in its rule: the last fifth of its way to due. */
    AT_RISK,
    /** It stands still now: a pause whose known end, if any, has come does not count. */
    PAUSED,
    /** It runs and is not at risk. */
    RUNNING
}
