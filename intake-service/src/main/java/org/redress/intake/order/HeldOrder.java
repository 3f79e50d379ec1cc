package org.redress.intake.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a complaint's order.
 *
 * @param askedAt when the platform was first to be asked, null where it is not connected
 * @param fetchedAt when the platform told the facts
 * @param facts there exactly in state HELD
 * @param sha256 of the facts' canonical form, as hexadecimal digits
 */
public record HeldOrder(
        HoldState state,
        @Nullable Instant askedAt,
        @Nullable Instant fetchedAt,
        @Nullable OrderFacts facts,
        @Nullable String sha256) {
    /** Nobody was asked. */
    static final HeldOrder NOT_ASKED = new HeldOrder(HoldState.UNREACHABLE, null, null, null, null);
}
