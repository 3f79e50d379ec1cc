package org.redress.intake.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.redress.intake.lifecycle.Amount;
import org.redress.intake.order.HeldOrders;
import org.redress.intake.order.OrderFacts;
import org.redress.service.money.MoneyText;

/** What was paid for complaints' orders, as far as their platforms have said it. Joins the running transaction. */
@ApplicationScoped
class PaidForOrders {
    private final HeldOrders orders;

    PaidForOrders(HeldOrders orders) {
        this.orders = orders;
    }

    /** What was paid; an amount that its currency does not know is no amount. */
    Optional<Amount> of(UUID complaintId) {
        OrderFacts held = orders.of(complaintId).facts();
        return held == null
                ? Optional.empty()
                : MoneyText.amountOf(held.amount().text(), held.amount().currency())
                        .map(value -> new Amount(value, held.amount().currency()));
    }
}
