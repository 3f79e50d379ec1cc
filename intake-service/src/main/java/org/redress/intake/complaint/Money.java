package org.redress.intake.complaint;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A positive amount with at most two decimals in a current ISO 4217 currency.
 *
 * @param amount always with two decimals
 * @param currency never one of the codes for tests or for no currency
 */
public record Money(BigDecimal amount, Currency currency) {
    private static final Map<String, Currency> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .filter(known -> known.getDefaultFractionDigits() >= 0)
            .collect(Collectors.toUnmodifiableMap(Currency::getCurrencyCode, known -> known));

    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,2})?");

    /** Normalises the amount to two decimals, so that equal amounts are equal records. */
    public Money {
        amount = amount.setScale(2, RoundingMode.UNNECESSARY);
    }

    /** The amount that the text says, or nothing if it is no positive decimal with at most two decimals. */
    public static Optional<BigDecimal> amountOf(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            return Optional.empty();
        }
        BigDecimal amount = new BigDecimal(text);
        return amount.signum() > 0 ? Optional.of(amount) : Optional.empty();
    }

    /** The currency of an ISO 4217 code in capitals, or nothing if there is no such money. */
    public static Optional<Currency> currencyOf(String code) {
        return Optional.ofNullable(CURRENCIES.get(code));
    }

    /** The amount as the API writes it, e.g. {@code 100.00}. */
    public String text() {
        return amount.toPlainString();
    }
}
