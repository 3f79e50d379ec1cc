package org.redress.notification.planning;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a complaint, in this service's own words.
 *
 * @param eventId the event that said so; the same event is told only once
 * @param occasion what it is
 * @param complaintId to which complaint
 * @param platform the tenant
 * @param at when the event was written
 * @param to whom the deadline's level names ({@code OWNER}, {@code SUPERVISOR}, a tier); null for other occasions
 * @param level the deadline's level that fired; null for whatever is not of a deadline
 * @param params values for the text: short codes, numbers and times, never a name, phone or free text
 */
public record Happening(
        UUID eventId,
        Occasion occasion,
        UUID complaintId,
        String platform,
        Instant at,
        @Nullable String to,
        @Nullable Level level,
        Map<String, String> params) {

    /** Copies the values, so that a happening never changes. */
    public Happening {
        params = Map.copyOf(params);
    }

    /** The same happening with one more value for its text; a dash while the value is not known. */
    public Happening with(String name, @Nullable String value) {
        Map<String, String> more = new HashMap<>(params);
        more.putIfAbsent(name, value == null ? "—" : value);
        return new Happening(eventId, occasion, complaintId, platform, at, to, level, more);
    }
}
