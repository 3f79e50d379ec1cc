package org.redress.contract;

/** The team that works a complaint, lowest first (R33). */
public enum Tier {
    /** First line. */
    JUNIOR,
    /** Experienced agents. */
    SENIOR,
    /** The special complaint team. */
    SPECIAL_TEAM,
    /** The panel with outside members. */
    MEDIATION_PANEL
}
