package org.redress.intake.lifecycle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.contract.intake.RemedyType;

/**
 * What is to be done to put it right.
 *
 * @param amount a positive decimal with two decimals, null for what is no money
 * @param currency its ISO 4217 code, null with the amount
 * @param dueAt by when
 */
public record RemedyOrder(
        RemedyType type, @Nullable String amount, @Nullable String currency, Instant dueAt) {}
