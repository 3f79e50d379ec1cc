package org.redress.intake.evidence;

import java.util.Arrays;
import java.util.List;
import org.redress.contract.ActorRole;

/**
 * Who stands together in a dispute. A new version comes from the side that the piece came from, and what one side adds
 * leaves the others their room.
 */
enum Side {
    /** Who complains, and who filed for them. */
    COMPLAINANT,
    /** The seller. */
    MERCHANT,
    /** The selling platform's backend. */
    PLATFORM,
    /** Those who work on the case. */
    STAFF;

    static Side of(ActorRole role) {
        return switch (role) {
            case COMPLAINANT, PARTNER -> COMPLAINANT;
            case MERCHANT -> MERCHANT;
            case PLATFORM -> PLATFORM;
            default -> STAFF;
        };
    }

    /** The roles that are of this side. */
    List<ActorRole> roles() {
        return Arrays.stream(ActorRole.values())
                .filter(role -> of(role) == this)
                .toList();
    }
}
