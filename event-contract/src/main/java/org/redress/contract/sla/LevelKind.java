package org.redress.contract.sla;

/** What it means when a level of a clock falls due. */
public enum LevelKind {
    /** The due time is near. */
    WARNING,
    /** The due time has passed unmet. */
    BREACH,
    /** A higher tier is to act. */
    ESCALATION,
    /** A window of the complainant has closed. */
    LAPSE
}
