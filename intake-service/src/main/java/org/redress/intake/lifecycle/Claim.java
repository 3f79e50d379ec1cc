package org.redress.intake.lifecycle;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.intake.complaint.Category;

/**
 * What a complaint is about, as far as it is known.
 *
 * @param amount in {@code currency}, null with it
 * @param demands the stable names of what is asked for
 * @param resolutionDue by when it was promised to be resolved, null while nothing is
 */
public record Claim(
        @Nullable Category category,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Nullable String productId,
        List<String> demands,
        @Nullable Instant resolutionDue) {
    /** A claim of which nothing is known. */
    public static final Claim UNKNOWN = new Claim(null, null, null, null, List.of(), null);

    /** Copies the list. */
    public Claim {
        demands = List.copyOf(demands);
    }
}
