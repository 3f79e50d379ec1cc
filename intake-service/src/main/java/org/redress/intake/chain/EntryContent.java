package org.redress.intake.chain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a timeline entry says. The salt keeps the digest from telling it: who may not read an entry cannot find out by trying
 * whether it says what they suspect, and an entry whose content and salt were deleted is deleted indeed.
 *
 * @param kind what happened, a stable name
 * @param at when, in whole microseconds
 * @param actor who did it
 * @param staffOnly whether the complainant may not read it
 * @param data a JSON object
 * @param eventId the event that told it, null for acts in this service
 * @param salt 32 hexadecimal digits, drawn for this entry
 */
public record EntryContent(
        String kind,
        Instant at,
        String actor,
        boolean staffOnly,
        String data,
        @Nullable UUID eventId,
        String salt) {
    private static final String DOMAIN = "redress/timeline-content/v1";
    private static final Pattern SALT = Pattern.compile("[0-9a-f]{32}");

    /** Checks the salt and cuts the time to what the database keeps. */
    public EntryContent {
        if (!SALT.matcher(salt).matches()) {
            throw new IllegalArgumentException("not a salt: " + salt);
        }
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    /** What the chain holds of it. */
    public Digest digest() {
        byte[] canonical = CanonicalJson.object(Map.of(
                "actor", CanonicalJson.quoted(actor),
                "at", CanonicalJson.quoted(at),
                "data", data,
                "eventId", CanonicalJson.quoted(eventId),
                "kind", CanonicalJson.quoted(kind),
                "salt", CanonicalJson.quoted(salt),
                "staffOnly", Boolean.toString(staffOnly)));
        return Digest.over(CanonicalJson.message(DOMAIN, canonical));
    }
}
