package org.redress.sla.clock;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A time during which a clock stands still.
 *
 * @param from in UTC, whole seconds
 * @param to null while nothing is known to end it; may lie ahead, for example where the rule's cap ends it
 * @param reason for example WAITING_COMPLAINANT
 * @param by who opened it, a role and an opaque id, as far as the event said
 */
public record StoredPause(
        Instant from,
        @Nullable Instant to,
        String reason,
        @Nullable String by) {

    /**
     * Until when a clock with these pauses stands still, or stood, as a {@code timestamptz}: infinity when nothing known ends
     * one of them, null when there are none.
     */
    public static @Nullable String until(List<StoredPause> pauses) {
        Instant last = null;
        for (StoredPause pause : pauses) {
            Instant to = pause.to();
            if (to == null) {
                return "infinity";
            }
            last = last == null || to.isAfter(last) ? to : last;
        }
        return last == null ? null : last.toString();
    }
}
