package org.redress.intake.fastlane;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.intake.complaint.Category;
import org.redress.intake.complaint.ComplaintStatus;
import org.redress.intake.complaint.Demand;
import org.redress.intake.complaint.DemandType;
import org.redress.intake.complaint.Money;
import org.redress.intake.complaint.Severity;
import org.redress.intake.order.OrderFacts;
import org.redress.intake.order.OrderState;
import org.redress.intake.platform.FastLaneClaim;
import org.redress.intake.platform.FastLaneRule;
import org.redress.intake.platform.FastLaneRule.Situation;

class SettlementTest {
    private static final FastLaneRule RULE = new FastLaneRule(
            "FAST",
            "10.00",
            "CNY",
            List.of(Category.NOT_DELIVERED),
            List.of(Situation.PAID_NOT_DELIVERED),
            "PT24H",
            3,
            Map.of("zh-CN", "退", "en", "refunded"));
    private static final BigDecimal MOST = new BigDecimal("50.00");

    @Test
    void aSmallClaimOnAnOrderPaidAndNotDeliveredIsRefunded() {
        assertThat(settled(claim(), order(OrderState.PAID, "10.00"))).contains(cny("9.90"));
    }

    @Test
    void aRefundWithAnAmountOfItsOwnIsOfThatAmount() {
        assertThat(settled(
                        claim("9.90", new Demand(DemandType.REFUND, cny("5.00"), null)),
                        order(OrderState.PAID, "10.00")))
                .contains(cny("5.00"));
    }

    /** Amount of the claim, of the order, the order's state, the case's status, severity, category: one of them is wrong. */
    @ParameterizedTest
    @CsvSource({
        "10.01, 20.00, PAID, TRIAGED, NORMAL, NOT_DELIVERED",
        "9.90, 9.89, PAID, TRIAGED, NORMAL, NOT_DELIVERED",
        "9.90, 9.90, DELIVERED, TRIAGED, NORMAL, NOT_DELIVERED",
        "9.90, 9.90, REFUNDED, TRIAGED, NORMAL, NOT_DELIVERED",
        "9.90, 9.90, CANCELLED, TRIAGED, NORMAL, NOT_DELIVERED",
        "9.90, 9.90, CREATED, TRIAGED, NORMAL, NOT_DELIVERED",
        "9.90, 9.90, OTHER, TRIAGED, NORMAL, NOT_DELIVERED",
        "9.90, 9.90, PAID, FILED, NORMAL, NOT_DELIVERED",
        "9.90, 9.90, PAID, AWAITING_MATERIALS, NORMAL, NOT_DELIVERED",
        "9.90, 9.90, PAID, DECIDED, NORMAL, NOT_DELIVERED",
        "9.90, 9.90, PAID, TRIAGED, CRITICAL, NOT_DELIVERED",
        "9.90, 9.90, PAID, TRIAGED, NORMAL, FRAUD",
    })
    void whatAPersonHasToWeighIsLeftToThem(
            String amount,
            String paid,
            OrderState state,
            ComplaintStatus status,
            Severity severity,
            Category category) {
        var claim = new MicroClaim(
                "u-1",
                "Q-1",
                status,
                new FastLaneClaim(category, severity, cny(amount), List.of(new Demand(DemandType.REFUND, null, null))),
                "en");
        assertThat(settled(claim, order(state, paid))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"COMPENSATE", "PUNISH_MERCHANT", "UNFREEZE", "REPLACE", "OTHER"})
    void whatARefundDoesNotSatisfyIsLeftToAPerson(DemandType more) {
        Demand refund = new Demand(DemandType.REFUND, null, null);
        assertThat(settled(claim("9.90", refund, new Demand(more, null, "x")), order(OrderState.PAID, "10.00")))
                .isEmpty();
    }

    @Test
    void nothingIsRefundedThatWasNotAskedFor() {
        assertThat(settled(
                        claim("9.90", new Demand(DemandType.REDELIVER, null, null)), order(OrderState.PAID, "10.00")))
                .isEmpty();
        assertThat(settled(claim(null, new Demand(DemandType.REFUND, null, null)), order(OrderState.PAID, "10.00")))
                .isEmpty();
    }

    @Test
    void aSmallRefundOfALargeClaimIsNoMicroClaim() {
        assertThat(settled(
                        claim("500.00", new Demand(DemandType.REFUND, cny("9.00"), null)),
                        order(OrderState.PAID, "500.00")))
                .isEmpty();
    }

    @Test
    void noRuleSettlesMoreThanTheOperatorAllows() {
        assertThat(Settlement.of(RULE, new BigDecimal("5.00"), claim(), order(OrderState.PAID, "10.00")))
                .isEmpty();
        assertThat(Settlement.of(RULE, null, claim(), order(OrderState.PAID, "10.00")))
                .isEmpty();
    }

    @Test
    void moneyOfAnotherCurrencyIsNotCompared() {
        var order = new OrderFacts(
                "Q-1",
                OrderState.PAID,
                new Money(new BigDecimal("10.00"), Currency.getInstance("USD")),
                null,
                null,
                Instant.EPOCH,
                null);
        assertThat(settled(claim(), order)).isEmpty();
    }

    private static Optional<Money> settled(MicroClaim claim, OrderFacts order) {
        return Settlement.of(RULE, MOST, claim, order);
    }

    private static MicroClaim claim() {
        return claim("9.90", new Demand(DemandType.REFUND, null, null), new Demand(DemandType.EXPLAIN, null, null));
    }

    private static MicroClaim claim(@Nullable String amount, Demand... demands) {
        return new MicroClaim(
                "u-1",
                "Q-1",
                ComplaintStatus.TRIAGED,
                new FastLaneClaim(
                        Category.NOT_DELIVERED,
                        Severity.URGENT,
                        amount == null ? null : cny(amount),
                        Arrays.asList(demands)),
                "en");
    }

    private static OrderFacts order(OrderState state, String amount) {
        Instant paid = Instant.parse("2026-11-20T08:00:00Z");
        return new OrderFacts(
                "Q-1",
                state,
                cny(amount),
                null,
                null,
                state == OrderState.CREATED ? null : paid,
                state == OrderState.DELIVERED ? paid : null);
    }

    private static Money cny(String amount) {
        return new Money(new BigDecimal(amount), Currency.getInstance("CNY"));
    }
}
