package org.redress.intake.complaint;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A positive amount in a current ISO 4217 currency, with as many decimals as that currency has.
 *
 * @param amount at the currency's scale; of rows of before, which know two decimals for every currency, what does not fit is
 *     kept as it was written
 * @param currency never one of the codes for tests or for no currency
 */
public record Money(BigDecimal amount, Currency currency) {
    private static final Map<String, Currency> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .filter(known -> known.getDefaultFractionDigits() >= 0)
            .collect(Collectors.toUnmodifiableMap(Currency::getCurrencyCode, known -> known));

    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,4})?");
    private static final int USUAL_DECIMALS = 2;

    /** Brings the amount to the currency's scale, so that equal amounts are equal records. */
    public Money {
        int digits = currency.getDefaultFractionDigits();
        if (amount.stripTrailingZeros().scale() <= digits) {
            amount = amount.setScale(digits, RoundingMode.UNNECESSARY);
        }
    }

    /**
     * The positive amount that the text says. Nothing if it is none, or if the currency has no such coin: {@code 0.001 CNY},
     * {@code 100.50 JPY}. A currency without decimals may be written with two noughts, as forms often do.
     *
     * @param currency null where it is not known: then two decimals pass
     */
    public static Optional<BigDecimal> amountOf(String text, @Nullable Currency currency) {
        int digits = currency == null ? USUAL_DECIMALS : currency.getDefaultFractionDigits();
        if (digits < 0 || !DECIMAL.matcher(text).matches()) {
            return Optional.empty();
        }
        BigDecimal amount = new BigDecimal(text);
        boolean written = amount.scale() <= Math.max(digits, USUAL_DECIMALS);
        boolean exact = amount.stripTrailingZeros().scale() <= digits;
        return written && exact && amount.signum() > 0 ? Optional.of(amount) : Optional.empty();
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
