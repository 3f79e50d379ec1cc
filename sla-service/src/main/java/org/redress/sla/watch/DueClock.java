package org.redress.sla.watch;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.redress.sla.clock.ArmedLevel;

/**
 * A clock of a claimed complaint that has a level to fire, now or later, with what is armed on it.
 *
 * @param armed what the clock has still to fire, as it was stored
 */
record DueClock(
        UUID clockId,
        UUID complaintId,
        String platform,
        String metric,
        String key,
        int cycle,
        Instant dueAt,
        Instant nextLevelAt,
        List<ArmedLevel> armed) {

    /** What fires by {@code now}: never a level before its time. In order of time. */
    List<FiredLevel> fire(Instant now, Supplier<UUID> ids) {
        return armed.stream()
                .filter(level ->
                        !level.firesAt().isAfter(now) && !level.firesAt().isBefore(nextLevelAt))
                .sorted(Comparator.comparing(ArmedLevel::firesAt).thenComparing(ArmedLevel::level))
                .map(level -> fired(level, now, ids.get()))
                .toList();
    }

    /** Whether a level is due at that time. */
    boolean isDue(Instant now) {
        return !nextLevelAt.isAfter(now);
    }

    /** When the next level after {@code now} fires, if one does. */
    @Nullable
    Instant nextAfter(Instant now) {
        return armed.stream()
                .map(ArmedLevel::firesAt)
                .filter(at -> at.isAfter(now))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private FiredLevel fired(ArmedLevel level, Instant now, UUID id) {
        return new FiredLevel(
                id,
                clockId,
                cycle,
                level.key(),
                level.level(),
                complaintId,
                platform,
                metric,
                key.isEmpty() ? null : key,
                level.kind(),
                level.addressee(),
                dueAt,
                level.firesAt(),
                now);
    }
}
