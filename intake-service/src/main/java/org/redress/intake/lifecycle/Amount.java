package org.redress.intake.lifecycle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Money that is owed or paid: exact, in a current ISO 4217 currency, with as many decimals as that currency has.
 *
 * @param value never negative, always at the currency's scale, so that equal amounts are equal records
 * @param currency never one of the codes for tests or for no currency
 */
public record Amount(BigDecimal value, Currency currency) {
    /** Brings the value to the currency's scale; it must fit. */
    public Amount {
        value = value.setScale(currency.getDefaultFractionDigits(), RoundingMode.UNNECESSARY);
        if (value.signum() < 0) {
            throw new IllegalArgumentException("an amount is not negative");
        }
    }

    /** What was stored; null where nothing was. */
    static @Nullable Amount stored(@Nullable String text, @Nullable String currency) {
        if (text == null || currency == null) {
            return null;
        }
        Currency unit = Currency.getInstance(currency);
        // Rows of before know two decimals for every currency; what does not fit is kept as it was written.
        BigDecimal value = new BigDecimal(text);
        return new Amount(value.setScale(unit.getDefaultFractionDigits(), RoundingMode.UP), unit);
    }

    /** The amount as the API writes it, e.g. {@code 100.00}. */
    public String text() {
        return value.toPlainString();
    }

    Amount plus(Amount other) {
        return new Amount(value.add(same(other).value), currency);
    }

    /** What is left; nothing less than zero. */
    Amount minus(Amount other) {
        return new Amount(value.subtract(same(other).value).max(BigDecimal.ZERO), currency);
    }

    Amount atMost(Amount other) {
        return moreThan(other) ? other : this;
    }

    boolean moreThan(Amount other) {
        return value.compareTo(same(other).value) > 0;
    }

    boolean isZero() {
        return value.signum() == 0;
    }

    boolean isIn(@Nullable Currency other) {
        return Objects.equals(currency, other);
    }

    private Amount same(Amount other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("amounts of two currencies");
        }
        return other;
    }
}
