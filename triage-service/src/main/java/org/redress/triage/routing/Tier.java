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
    MEDIATION_PANEL;

    /** The team above; above the panel there is none, so it is its own. */
    public Tier above() {
        return switch (this) {
            case JUNIOR -> SENIOR;
            case SENIOR -> SPECIAL_TEAM;
            case SPECIAL_TEAM, MEDIATION_PANEL -> MEDIATION_PANEL;
        };
    }
}
