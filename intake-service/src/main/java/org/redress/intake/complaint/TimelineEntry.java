package org.redress.intake.complaint;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a complaint (R24).
 *
 * @param kind what, a stable name such as {@code FILED}
 * @param at when it happened, not when it was heard of
 * @param actor who did it: {@code role:subject}, or the name of a service
 * @param staffOnly whether it is about the platform's own work and not shown to the complainant
 * @param data values that belong to it; no personal data
 * @param eventId the event that told it, null for acts in this service
 */
public record TimelineEntry(
        String kind,
        Instant at,
        String actor,
        boolean staffOnly,
        Map<String, Object> data,
        @Nullable UUID eventId) {}
