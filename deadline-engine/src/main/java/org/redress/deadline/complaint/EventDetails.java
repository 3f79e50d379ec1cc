package org.redress.deadline.complaint;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an event says beyond its type and time, as far as it bears on clocks. Every part may be missing.
 *
 * @param dueAt the time given with a request, or promised by a commitment
 * @param servedAt when a decision reached the complainant
 * @param key which remedy, freeze, commitment, appeal or referral the event is about; null means all of them
 * @param template an automatic acknowledgement, which answers nothing (R23)
 * @param fromComplainant who wrote a message: the complainant, or somebody on our side
 * @param by who opened a pause
 */
public record EventDetails(
        @Nullable Instant dueAt,
        @Nullable Instant servedAt,
        @Nullable String key,
        @Nullable Severity severity,
        @Nullable Category category,
        @Nullable Tier tier,
        boolean template,
        boolean fromComplainant,
        @Nullable String by) {

    /** Nothing but that it happened. */
    public static final EventDetails NONE = new EventDetails(null, null, null, null, null, null, false, true, null);
}
