package org.redress.deadline.complaint;

/** The tiers that may handle a complaint, lowest first (R33). */
public enum Tier {
    JUNIOR,
    SENIOR,
    SPECIAL_TEAM,
    MEDIATION_PANEL
}
