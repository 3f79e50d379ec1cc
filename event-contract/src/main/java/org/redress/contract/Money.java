package org.redress.contract;

/**
 * An amount in a currency.
 *
 * @param amount a decimal number as text, for example {@code 100.00}; not negative
 * @param currency an ISO 4217 code, for example {@code CNY}
 */
public record Money(String amount, String currency) {

    /** Checks both fields. */
    public Money {
        FieldRule.amount("amount", amount);
        FieldRule.currency("currency", currency);
    }
}
