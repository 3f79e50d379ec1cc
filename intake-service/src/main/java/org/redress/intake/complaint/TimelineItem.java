package org.redress.intake.complaint;

import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A timeline entry as the API shows it.
 *
 * @param kind what happened, a stable name
 * @param at when it happened
 * @param actor who did it
 * @param data values that belong to it
 */
@Schema(name = "TimelineItem")
public record TimelineItem(String kind, Instant at, String actor, Map<String, Object> data) {
    static TimelineItem of(TimelineEntry entry) {
        return new TimelineItem(entry.kind(), entry.at(), entry.actor(), entry.data());
    }
}
