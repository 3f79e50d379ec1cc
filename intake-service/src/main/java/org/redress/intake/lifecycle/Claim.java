package org.redress.intake.lifecycle;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.intake.complaint.Category;

/**
 * What a complaint is about, as far as it is known.
 *
 * @param amount in {@code currency}, null with it
 * @param resolutionDue by when it was promised to be resolved, null while nothing is
 */
public record Claim(
        @Nullable Category category,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Nullable String productId,
        @Nullable Instant resolutionDue) {
    /** A claim of which nothing is known. */
    public static final Claim UNKNOWN = new Claim(null, null, null, null, null);
}
