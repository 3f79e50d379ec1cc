package org.redress.intake.lifecycle;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.redress.contract.intake.RemedyType;

/**
 * What is to be done to put it right.
 *
 * @param amount a positive decimal with the currency's own decimals, null for what is no money
 * @param currency its ISO 4217 code, null with the amount
 * @param dueAt by when
 */
public record RemedyOrder(
        RemedyType type, @Nullable String amount, @Nullable String currency, Instant dueAt) {
    /** How much; null for what is no money. */
    @Nullable
    Amount money() {
        return Amount.stored(amount, currency);
    }

    /** Whether it is the same thing, by whatever time. */
    boolean sameAs(RemedyOrder other) {
        return type == other.type && Objects.equals(money(), other.money());
    }

    RemedyOrder of(Amount less) {
        return new RemedyOrder(type, less.text(), less.currency().getCurrencyCode(), dueAt);
    }
}
