package org.redress.intake.order;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.intake.complaint.Money;
import org.redress.service.money.MoneyText;

/** Reads an order that a platform answered. One thing that cannot be makes all of it unbelievable. */
final class OrderReading {
    private static final int LONGEST = 128;
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private OrderReading() {}

    /** The order, if it is the one that was asked for, of that account, and every value can be. */
    static Optional<OrderFacts> facts(JsonNode answer, String orderNo, String account) {
        if (!orderNo.equals(answer.path("orderNo").textValue())
                || !account.equals(answer.path("account").textValue())) {
            return Optional.empty();
        }
        try {
            return Optional.of(new OrderFacts(
                    orderNo,
                    state(line(answer.path("state"))),
                    money(answer),
                    line(answer.path("product")),
                    line(answer.path("merchantId")),
                    time(answer.path("paidAt")),
                    time(answer.path("deliveredAt"))));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static OrderState state(@Nullable String told) {
        if (told == null) {
            throw new IllegalArgumentException("no state");
        }
        return Arrays.stream(OrderState.values())
                .filter(state -> state.name().equals(told))
                .findAny()
                .orElse(OrderState.OTHER);
    }

    private static Money money(JsonNode answer) {
        String amount = answer.path("amount").textValue();
        String code = answer.path("currency").textValue();
        Optional<Currency> currency = code == null ? Optional.empty() : MoneyText.currencyOf(code);
        if (amount == null || currency.isEmpty()) {
            throw new IllegalArgumentException("no amount");
        }
        return MoneyText.amountOf(amount, currency.get())
                .map(value -> new Money(value, currency.get()))
                .orElseThrow(() -> new IllegalArgumentException("no such amount"));
    }

    private static @Nullable String line(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        String text = node.textValue();
        boolean good = text != null
                && !text.isBlank()
                && text.length() <= LONGEST
                && text.codePoints().noneMatch(OrderReading::breaksALine);
        if (!good) {
            throw new IllegalArgumentException("no line of text");
        }
        return text;
    }

    private static boolean breaksALine(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            default -> false;
        };
    }

    private static @Nullable Instant time(JsonNode node) {
        String text = line(node);
        if (text == null) {
            return null;
        }
        Instant time = OffsetDateTime.parse(text).toInstant();
        if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
            throw new IllegalArgumentException("no time that anybody means");
        }
        return time;
    }
}
