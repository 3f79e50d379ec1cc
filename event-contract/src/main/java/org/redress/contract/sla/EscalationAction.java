package org.redress.contract.sla;

/** What an escalation asks of those who read it. */
public enum EscalationAction {
    /** Whoever is addressed is to be told. */
    TELL,
    /** The complaint is to go to {@code toTier}, with a new owner. */
    REASSIGN,
    /** The complaint is to move ahead in its queue. */
    RAISE_PRIORITY
}
