package org.redress.contract.intake;

import org.jspecify.annotations.Nullable;
import org.redress.contract.FieldRule;

/**
 * One thing a complainant asks for (R04).
 *
 * @param type what
 * @param amount how much, a decimal number as text; optional
 * @param currency its ISO 4217 code; optional
 */
public record Demand(
        DemandType type, @Nullable String amount, @Nullable String currency) {

    /** Checks the rules of single fields. */
    public Demand {
        FieldRule.amount("amount", amount);
        FieldRule.currency("currency", currency);
    }
}
