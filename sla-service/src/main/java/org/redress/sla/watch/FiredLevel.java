package org.redress.sla.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A level that fired: what is recorded and told, once.
 *
 * @param levelKey the level's name across rules
 * @param key which remedy, freeze, … the clock is about; null for the complaint as a whole
 * @param level its position in the rule it fired under, from 0
 * @param detectedAt when the watch noticed, on the database's clock; never before {@code firesAt}
 */
public record FiredLevel(
        UUID id,
        UUID clockId,
        int cycle,
        String levelKey,
        int level,
        UUID complaintId,
        String platform,
        String metric,
        @Nullable String key,
        String kind,
        String addressee,
        Instant dueAt,
        Instant firesAt,
        Instant detectedAt) {

    /** From the time it was to fire to the time it was noticed. */
    public Duration lateBy() {
        return Duration.between(firesAt, detectedAt);
    }
}
