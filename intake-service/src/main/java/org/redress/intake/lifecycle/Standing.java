package org.redress.intake.lifecycle;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.contract.Actor;
import org.redress.contract.ActorRole;
import org.redress.contract.Tier;

/**
 * For which team someone decides (R31, R33). An agent decides for the team that has the case, a supervisor for the one
 * above it; nobody but the panel decides for the panel, which has members from outside: there it is the owner who decides.
 */
final class Standing {
    private Standing() {}

    static Tier of(Actor by, CaseFacts facts) {
        Tier tier = facts.tier() == null ? Tier.JUNIOR : facts.tier();
        if (by.role() != ActorRole.SUPERVISOR) {
            return tier;
        }
        return switch (tier) {
            case JUNIOR -> Tier.SENIOR;
            case SENIOR, SPECIAL_TEAM -> Tier.SPECIAL_TEAM;
            case MEDIATION_PANEL -> owns(by, facts) ? Tier.MEDIATION_PANEL : Tier.SPECIAL_TEAM;
        };
    }

    /** The team above; nothing above the panel. */
    static Optional<Tier> above(Tier tier) {
        return switch (tier) {
            case JUNIOR -> Optional.of(Tier.SENIOR);
            case SENIOR -> Optional.of(Tier.SPECIAL_TEAM);
            case SPECIAL_TEAM -> Optional.of(Tier.MEDIATION_PANEL);
            case MEDIATION_PANEL -> Optional.empty();
        };
    }

    /** What speaks against this person deciding an appeal that is for that team or a higher one. */
    static @Nullable Refusal refusal(Case before, Moment moment, Tier least) {
        Actor by = moment.by();
        if (decidedBefore(before, by) || revokedBefore(before, by)) {
            return Refusal.DECIDED_BEFORE;
        }
        if (by.role() == ActorRole.AGENT && !owns(by, before.facts())) {
            return Refusal.NOT_IN_CHARGE;
        }
        return of(by, before.facts()).compareTo(least) < 0 ? Refusal.TIER_TOO_LOW : null;
    }

    /** Whether the case is with the panel, and this is not its owner there. */
    static boolean isForThePanelAlone(Case before, Actor by) {
        return before.facts().tier() == Tier.MEDIATION_PANEL && !owns(by, before.facts());
    }

    private static boolean owns(Actor by, CaseFacts facts) {
        return by.id() != null && by.id().equals(facts.owner());
    }

    /** Who revoked a decision has decided, too, though no decision of theirs stands. */
    private static boolean revokedBefore(Case before, Actor by) {
        return before.all(Part.Appeal.class).stream()
                .anyMatch(appeal ->
                        appeal.decidedBy() != null && appeal.decidedBy().equals(by.id()));
    }

    static boolean decidedBefore(Case before, Actor by) {
        return before.all(Part.Decision.class).stream()
                .anyMatch(decision ->
                        decision.decidedBy() != null && decision.decidedBy().equals(by.id()));
    }
}
