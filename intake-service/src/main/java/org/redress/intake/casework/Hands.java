package org.redress.intake.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.redress.contract.Actor;
import org.redress.contract.ActorRole;
import org.redress.intake.complaint.Viewer;
import org.redress.intake.lifecycle.Act;
import org.redress.intake.lifecycle.LifecycleTable;
import org.redress.service.caller.Caller;
import org.redress.service.problem.ProblemCode;
import org.redress.service.problem.ProblemException;

/**
 * In which of their roles a caller acts on a complaint: only in one that is taken there, and in the one by which they are
 * part of it. In their own complaint a person is the complainant and nobody else (R31).
 */
@ApplicationScoped
public class Hands {
    /** Who reads what a merchant reads in part. */
    public static final Set<ActorRole> EVERYBODY = Set.copyOf(EnumSet.complementOf(EnumSet.of(ActorRole.SYSTEM)));

    /** Who has a say in evidence. */
    public static final Set<ActorRole> ALL_BUT_OPS =
            Set.copyOf(EnumSet.complementOf(EnumSet.of(ActorRole.SYSTEM, ActorRole.OPS)));

    /** Who reads a case as a whole. */
    static final Set<ActorRole> ALL_BUT_MERCHANTS =
            Set.copyOf(EnumSet.complementOf(EnumSet.of(ActorRole.SYSTEM, ActorRole.MERCHANT)));

    /** Strongest first: who could act in several roles acts in the first of these. */
    private static final List<ActorRole> STRENGTH = List.of(
            ActorRole.SUPERVISOR,
            ActorRole.AGENT,
            ActorRole.OPS,
            ActorRole.PLATFORM,
            ActorRole.PARTNER,
            ActorRole.MERCHANT,
            ActorRole.COMPLAINANT);

    /** Those that are part of a complaint only by what they have to do with it. */
    private static final Set<ActorRole> TIED = EnumSet.of(ActorRole.PARTNER, ActorRole.MERCHANT, ActorRole.COMPLAINANT);

    private final CaseRepository cases;
    private final Caller caller;

    Hands(CaseRepository cases, Caller caller) {
        this.cases = cases;
        this.caller = caller;
    }

    /**
     * The caller as one who may give this command.
     *
     * @throws ProblemException 403 if the caller has none of its roles, or only one of staff in a complaint of their own
     */
    public HandViewer giving(UUID complaintId, Act act) {
        Set<ActorRole> ties = ties(complaintId);
        ActorRole role = choose(held(LifecycleTable.who(act)), ties);
        if (isStaffInTheirOwn(role, ties)) {
            throw new ProblemException(ProblemCode.FORBIDDEN);
        }
        return as(role);
    }

    /**
     * The caller as one who may read. Staff read their own complaint as its complainant does, without what is the staff's.
     *
     * @param readers the roles that may
     * @throws ProblemException 403 if the caller has none of them
     */
    public HandViewer reading(UUID complaintId, Set<ActorRole> readers) {
        Set<ActorRole> ties = ties(complaintId);
        ActorRole role = choose(held(readers), ties);
        return as(isStaffInTheirOwn(role, ties) ? ActorRole.COMPLAINANT : role);
    }

    private static boolean isStaffInTheirOwn(ActorRole role, Set<ActorRole> ties) {
        return !TIED.contains(role) && ties.contains(ActorRole.COMPLAINANT);
    }

    /**
     * The role to act in.
     *
     * @param usable the caller's roles that are taken
     * @param ties in which roles the caller would be part of the complaint
     * @throws ProblemException 403 if there is none
     */
    static ActorRole choose(Set<ActorRole> usable, Set<ActorRole> ties) {
        if (usable.contains(ActorRole.COMPLAINANT) && ties.contains(ActorRole.COMPLAINANT)) {
            return ActorRole.COMPLAINANT;
        }
        Optional<ActorRole> part = STRENGTH.stream()
                .filter(usable::contains)
                .filter(role -> !TIED.contains(role) || ties.contains(role))
                .findFirst();
        return part.or(() -> STRENGTH.stream().filter(usable::contains).findFirst())
                .orElseThrow(() -> new ProblemException(ProblemCode.FORBIDDEN));
    }

    private Set<ActorRole> held(Set<ActorRole> taken) {
        return taken.stream().filter(role -> caller.is(wire(role))).collect(Collectors.toSet());
    }

    /**
     * A subject is one person's within a role: who is not a complainant has nothing to do with one of the same subject. Who has
     * one role has no choice, and is not looked up: nearly everybody.
     */
    private Set<ActorRole> ties(UUID complaintId) {
        if (caller.roles().size() == 1) {
            return Set.of();
        }
        return cases.ties(complaintId, caller.platform(), caller.subject()).stream()
                .filter(role -> caller.is(wire(role)))
                .collect(Collectors.toSet());
    }

    private HandViewer as(ActorRole role) {
        return new HandViewer(new Actor(role, caller.subject()), Viewer.acting(caller, wire(role)));
    }

    private static String wire(ActorRole role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
