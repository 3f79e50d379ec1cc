package org.redress.sla.breach;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which fired levels are asked for; null asks for all.
 *
 * @param since detected at or after
 * @param before the last one of the page before
 */
record BreachQuery(
        String platform,
        @Nullable String kind,
        @Nullable String metric,
        @Nullable UUID complaint,
        @Nullable Instant since,
        @Nullable Place before,
        int limit) {

    /** A place in the list, which goes from new to old. */
    record Place(Instant detectedAt, UUID id) {}
}
