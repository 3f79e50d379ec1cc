package org.redress.deadline.policy;

import java.util.Optional;

/** Whom a level names, and with that what its firing is to do. A policy that names anyone else is refused. */
public enum Addressee {
    /** The person who has the complaint is told. */
    OWNER(Action.TELL),
    /** The platform's supervisors are told. */
    SUPERVISOR(Action.TELL),
    /** The platform's operations are told. */
    OPS(Action.TELL),
    /** The selling platform itself is told. */
    PLATFORM(Action.TELL),
    /** Who filed the complaint is told: only of windows, which are their own deadlines. */
    COMPLAINANT(Action.TELL),
    /** The complaint goes to the first line, unless it is higher already. */
    JUNIOR_TIER(Action.REASSIGN),
    /** The complaint goes up to senior agents. */
    SENIOR_TIER(Action.REASSIGN),
    /** The complaint goes up to the special complaint team. */
    SPECIAL_TEAM(Action.REASSIGN),
    /** The complaint goes up to the mediation panel. */
    MEDIATION_PANEL(Action.REASSIGN),
    /** The complaint moves ahead in its queue; nobody is told and nobody takes over. */
    PRIORITY(Action.RAISE_PRIORITY);

    /** What is to be done when a level fires. */
    public enum Action {
        /** Somebody gets a message. */
        TELL,
        /** A tier takes over, with a new owner. */
        REASSIGN,
        /** The complaint's rank in its queue rises. */
        RAISE_PRIORITY
    }

    private final Action action;

    Addressee(Action action) {
        this.action = action;
    }

    /** What is to be done. */
    public Action action() {
        return action;
    }

    /** The addressee of that name; empty for a name that only a policy older than this list can hold. */
    public static Optional<Addressee> named(String name) {
        for (Addressee addressee : values()) {
            if (addressee.name().equals(name)) {
                return Optional.of(addressee);
            }
        }
        return Optional.empty();
    }

    /**
     * Whether a level of that kind can name this addressee: only an escalation can take a complaint away from its owner or
     * move it ahead, and a complainant is reminded of windows, never of our own promises.
     */
    public boolean fits(LevelKind kind, Metric metric) {
        if (this == COMPLAINANT) {
            return metric.isWindow();
        }
        return action == Action.TELL || kind == LevelKind.ESCALATION;
    }
}
