package org.redress.deadline.policy;

/** What a level means. */
public enum LevelKind {
    /** Due comes near; of a window: a reminder to the complainant. */
    WARNING,
    /** Due passed: a promise is broken. */
    BREACH,
    /** It has been broken for too long, or nearly: somebody higher takes over. */
    ESCALATION,
    /** A complainant's window passed. */
    LAPSE
}
