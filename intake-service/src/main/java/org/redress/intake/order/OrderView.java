package org.redress.intake.order;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.redress.intake.complaint.Money;

/**
 * What the platform holds of a complaint's order, without the account.
 *
 * @param askedAt when the platform was first to be asked, null where it is not connected
 * @param fetchedAt when it told what {@code order} says
 * @param order there exactly in state HELD
 * @param sha256 of the order's canonical form, the same as on the timeline
 * @param weight {@code PLATFORM_HELD}: it weighs more than what anybody hands in (R11); null unless held
 */
@Schema(name = "HeldOrder")
public record OrderView(
        HoldState state,
        @Nullable Instant askedAt,
        @Nullable Instant fetchedAt,
        @Nullable Facts order,
        @Nullable String sha256,
        @Nullable String weight) {

    /** An order. */
    @Schema(name = "HeldOrderFacts")
    public record Facts(
            String orderNo,
            OrderState state,
            String amount,
            String currency,
            @Nullable String product,
            @Nullable String merchantId,
            @Nullable Instant paidAt,
            @Nullable Instant deliveredAt) {}

    static OrderView of(HeldOrder held) {
        OrderFacts facts = held.facts();
        return new OrderView(
                held.state(),
                held.askedAt(),
                held.fetchedAt(),
                facts == null ? null : shown(facts),
                held.sha256(),
                facts == null ? null : "PLATFORM_HELD");
    }

    private static Facts shown(OrderFacts facts) {
        Money amount = facts.amount();
        return new Facts(
                facts.orderNo(),
                facts.state(),
                amount.text(),
                amount.currency().getCurrencyCode(),
                facts.product(),
                facts.merchantId(),
                facts.paidAt(),
                facts.deliveredAt());
    }
}
