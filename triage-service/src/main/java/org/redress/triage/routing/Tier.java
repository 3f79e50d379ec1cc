package org.redress.triage.routing;

/** The team that works a complaint (R33), lowest first. */
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
