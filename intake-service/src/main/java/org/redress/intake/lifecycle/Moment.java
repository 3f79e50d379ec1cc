package org.redress.intake.lifecycle;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.redress.contract.Actor;

/**
 * When and by whom a command is given, and under which rules.
 *
 * @param now never earlier than anything on the case
 * @param by who gives it
 * @param ids makes new identifiers
 * @param orders what is ordered from the platform and has not ended
 * @param refundable looks up how much may be refunded on this case in all, for the few commands that need it: what was paid for
 *     the order, less what other complaints about the same order refund; empty where the platform has not said what was paid
 */
public record Moment(
        Instant now,
        Actor by,
        Supplier<UUID> ids,
        CaseRules rules,
        PlatformOrders orders,
        Supplier<Optional<Amount>> refundable) {
    UUID newId() {
        return ids.get();
    }
}
