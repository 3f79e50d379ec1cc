package org.redress.intake.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.intake.complaint.Money;

/**
 * An order as the platform told it. It belongs to the complainant's own account; anything else is not believed.
 *
 * @param product the goods, as the platform names them
 * @param merchantId the seller, as the platform names it
 */
public record OrderFacts(
        String orderNo,
        OrderState state,
        Money amount,
        @Nullable String product,
        @Nullable String merchantId,
        @Nullable Instant paidAt,
        @Nullable Instant deliveredAt) {
    /** Whether it was paid and neither delivered, refunded nor cancelled. */
    public boolean paidNotDelivered() {
        return state == OrderState.PAID && paidAt != null && deliveredAt == null;
    }
}
