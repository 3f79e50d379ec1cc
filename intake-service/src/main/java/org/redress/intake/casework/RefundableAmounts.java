package org.redress.intake.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.redress.intake.lifecycle.Amount;
import org.redress.intake.lifecycle.CaseFacts;
import org.redress.intake.order.HeldOrders;
import org.redress.intake.order.OrderFacts;
import org.redress.intake.order.OrderState;
import org.redress.service.money.MoneyText;

/**
 * How much may be refunded on a complaint in all: what was paid for its order, as far as the platform has said it, less what other
 * complaints about the same order refund. Joins the running transaction.
 */
@ApplicationScoped
class RefundableAmounts {
    private final HeldOrders orders;
    private final Jdbi jdbi;

    RefundableAmounts(HeldOrders orders, Jdbi jdbi) {
        this.orders = orders;
        this.jdbi = jdbi;
    }

    /** What refunds stand of an order: on the complaint itself and on others. */
    private record Refunded(BigDecimal here, BigDecimal elsewhere) {}

    /**
     * What may be refunded; an amount that its currency does not know is no amount. Holds the order until the transaction ends, so
     * that two complaints about it cannot both be granted what is left.
     */
    Optional<Amount> of(String platform, CaseFacts complaint) {
        OrderFacts held = orders.of(complaint.id()).facts();
        if (held == null) {
            return Optional.empty();
        }
        Currency currency = held.amount().currency();
        return MoneyText.amountOf(held.amount().text(), currency)
                .map(paid -> left(paid, held.state(), refunded(platform, complaint, currency)))
                .map(left -> new Amount(left.max(BigDecimal.ZERO), currency));
    }

    /** Of an order that was never paid there is nothing to refund, and of one that was paid back no more than stands already. */
    private static BigDecimal left(BigDecimal paid, OrderState state, Refunded refunded) {
        return switch (state) {
            case CREATED -> BigDecimal.ZERO;
            case REFUNDED -> refunded.here();
            case PAID, DELIVERED, CANCELLED, OTHER -> paid.subtract(refunded.elsewhere());
        };
    }

    private Refunded refunded(String platform, CaseFacts complaint, Currency currency) {
        hold(platform, complaint.orderNo());
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select coalesce(sum(r.amount) filter (where c.id = :complaint), 0) as here,
                               coalesce(sum(r.amount) filter (where c.id <> :complaint), 0) as elsewhere
                          from complaint c join lateral (
                              select cast(p.document ->> 'amount' as numeric) as amount from case_part p
                               where p.complaint_id = c.id and p.kind = 'REMEDY' and p.document ->> 'type' = 'REFUND'
                                 and p.document ->> 'state' <> 'CANCELLED' and p.document ->> 'currency' = :currency) r on true
                         where c.platform = :platform and c.order_no = :orderNo""")
                .bind("platform", platform)
                .bind("orderNo", complaint.orderNo())
                .bind("complaint", complaint.id())
                .bind("currency", currency.getCurrencyCode())
                .map((row, context) -> new Refunded(row.getBigDecimal("here"), row.getBigDecimal("elsewhere")))
                .one());
    }

    private void hold(String platform, String orderNo) {
        jdbi.useHandle(handle -> handle.createQuery(
                        "select pg_advisory_xact_lock(hashtextextended('refunds ' || :platform || ' ' || :orderNo, 0))::text")
                .bind("platform", platform)
                .bind("orderNo", orderNo)
                .mapTo(String.class)
                .one());
    }
}
