package org.redress.intake.casework;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.redress.contract.Actor;
import org.redress.contract.ActorRole;
import org.redress.intake.complaint.Viewer;
import org.redress.intake.lifecycle.Act;
import org.redress.intake.lifecycle.LifecycleTable;
import org.redress.service.caller.Caller;
import org.redress.service.problem.ProblemCode;
import org.redress.service.problem.ProblemException;

/**
 * Who gives a command, and which complaints they may give it on.
 *
 * @param actor the caller in the one role in which they act
 * @param viewer what they reach in that role
 */
public record HandViewer(Actor actor, Viewer viewer) {
    /** Strongest first: who has several of the roles that may give a command acts in the first of these. */
    private static final List<ActorRole> STRENGTH = List.of(
            ActorRole.SUPERVISOR,
            ActorRole.AGENT,
            ActorRole.OPS,
            ActorRole.PLATFORM,
            ActorRole.PARTNER,
            ActorRole.MERCHANT,
            ActorRole.COMPLAINANT);

    /**
     * The caller as one who may give this command.
     *
     * @throws ProblemException 403 if the caller has none of its roles
     */
    public static HandViewer of(Caller caller, Act act) {
        return of(caller, LifecycleTable.who(act));
    }

    /** The caller in the strongest of their roles. */
    public static HandViewer of(Caller caller) {
        return of(caller, Set.copyOf(STRENGTH));
    }

    private static HandViewer of(Caller caller, Set<ActorRole> accepted) {
        ActorRole role = STRENGTH.stream()
                .filter(accepted::contains)
                .filter(strong -> caller.is(wire(strong)))
                .findFirst()
                .orElseThrow(() -> new ProblemException(ProblemCode.FORBIDDEN));
        return new HandViewer(new Actor(role, caller.subject()), Viewer.acting(caller, wire(role)));
    }

    private static String wire(ActorRole role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
