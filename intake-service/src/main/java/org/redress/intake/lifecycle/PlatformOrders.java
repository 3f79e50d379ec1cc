package org.redress.intake.lifecycle;

import java.util.Set;
import java.util.UUID;

/**
 * The remedies of a case that are ordered from the platform, and of which it has not said how that ended.
 *
 * @param pending written down; the platform surely does not know of them yet
 * @param underWay the platform was told, and may be carrying them out
 */
public record PlatformOrders(Set<UUID> pending, Set<UUID> underWay) {
    /** Nothing is ordered. */
    public static final PlatformOrders NONE = new PlatformOrders(Set.of(), Set.of());

    /** Copies the sets. */
    public PlatformOrders {
        pending = Set.copyOf(pending);
        underWay = Set.copyOf(underWay);
    }

    /** Whether the platform may still carry it out. */
    boolean mayBring(UUID remedy) {
        return pending.contains(remedy) || underWay.contains(remedy);
    }
}
