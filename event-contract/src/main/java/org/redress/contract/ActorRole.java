package org.redress.contract;

/** Whose hand it was, or whose words they are. */
public enum ActorRole {
    /** Who complains, or somebody speaking for them. */
    COMPLAINANT,
    /** The seller behind the platform. */
    MERCHANT,
    /** Somebody who works complaints. */
    AGENT,
    /** Somebody who answers for agents. */
    SUPERVISOR,
    /** Operations staff. */
    OPS,
    /** The selling platform's backend. */
    PLATFORM,
    /** A partner's system. */
    PARTNER,
    /** An administrator. */
    ADMIN,
    /** A member of the mediation panel. */
    MEDIATOR,
    /** An authority, court or association outside. */
    OUTSIDE_BODY,
    /** A rule of Redress itself, nobody's hand. */
    SYSTEM
}
