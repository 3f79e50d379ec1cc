package org.redress.sla.policy;

/** Where a version is in its life. It moves down this list and never up, except that a draft can be retired at once. */
public enum PolicyState {
    /** Stored and found right; times no complaint until it is activated. */
    DRAFT,
    /** Activated for a time to come. */
    SCHEDULED,
    /** Complaints filed now fall under it. */
    IN_FORCE,
    /** Another version took over; complaints filed under it keep it. */
    SUPERSEDED,
    /** Not to be used any more: not activated, not migrated to. Complaints that have it keep it. */
    RETIRED
}
