package org.redress.intake.lifecycle;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.contract.Actor;
import org.redress.contract.ActorRole;
import org.redress.contract.Tier;

/**
 * For which team someone decides (R31, R33). An agent decides for the team that has the case, a supervisor for the one
 * above it; nobody but the panel decides for the panel, which has members from outside.
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
            case MEDIATION_PANEL -> Tier.MEDIATION_PANEL;
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
        if (decidedBefore(before, by)) {
            return Refusal.DECIDED_BEFORE;
        }
        if (by.role() == ActorRole.AGENT
                && (by.id() == null || !by.id().equals(before.facts().owner()))) {
            return Refusal.NOT_IN_CHARGE;
        }
        return of(by, before.facts()).compareTo(least) < 0 ? Refusal.TIER_TOO_LOW : null;
    }

    static boolean decidedBefore(Case before, Actor by) {
        return before.all(Part.Decision.class).stream()
                .anyMatch(decision ->
                        decision.decidedBy() != null && decision.decidedBy().equals(by.id()));
    }
}
