package org.redress.intake.complaint;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * A positive amount in a current ISO 4217 currency, with as many decimals as that currency has.
 *
 * @param amount at the currency's scale; of rows of before, which know two decimals for every currency, what does not fit is
 *     kept as it was written
 * @param currency never one of the codes for tests or for no currency
 */
public record Money(BigDecimal amount, Currency currency) {
    /** Brings the amount to the currency's scale, so that equal amounts are equal records. */
    public Money {
        int digits = currency.getDefaultFractionDigits();
        if (amount.stripTrailingZeros().scale() <= digits) {
            amount = amount.setScale(digits, RoundingMode.UNNECESSARY);
        }
    }

    /** The amount as the API writes it, e.g. {@code 100.00}. */
    public String text() {
        return amount.toPlainString();
    }
}
