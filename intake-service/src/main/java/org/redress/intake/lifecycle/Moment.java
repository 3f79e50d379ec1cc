package org.redress.intake.lifecycle;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.redress.contract.Actor;

/**
 * When and by whom a command is given, and under which rules.
 *
 * @param now never earlier than anything on the case
 * @param by who gives it
 * @param ids makes new identifiers
 * @param underWay the remedies that the platform may be carrying out: it was told, and has not said how it ended
 * @param paid looks up what was paid for the order, for the few commands that need it; empty where the platform has not said it
 */
public record Moment(
        Instant now,
        Actor by,
        Supplier<UUID> ids,
        CaseRules rules,
        Set<UUID> underWay,
        Supplier<Optional<Amount>> paid) {
    /** Copies the set. */
    public Moment {
        underWay = Set.copyOf(underWay);
    }

    UUID newId() {
        return ids.get();
    }
}
