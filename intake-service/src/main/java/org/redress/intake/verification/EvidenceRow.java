package org.redress.intake.verification;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is recorded of a version of a piece of evidence, beside what the timeline says of it.
 *
 * @param actor who added it, as timelines name them
 * @param named whether an entry of the timeline names it
 */
record EvidenceRow(
        String evidenceId,
        int version,
        String kind,
        String mediaType,
        long size,
        String sha256,
        String copySha256,
        @Nullable Instant occurredAt,
        String actor,
        boolean named) {
    /** The database keeps microseconds. */
    private static final Duration FINEST = Duration.ofNanos(1000);

    /** Whether it is what an entry with this data names. */
    boolean isNamedBy(Map<String, Object> data) {
        return says(data, "evidenceId", evidenceId) && says(data, "version", version);
    }

    /** Whether it says what the entry says. Entries from before copies were named say nothing of the copy. */
    boolean saysTheSame(Map<String, Object> data, String by) {
        return says(data, "kind", kind)
                && says(data, "mediaType", mediaType)
                && says(data, "size", size)
                && says(data, "sha256", sha256)
                && (!data.containsKey("copySha256") || says(data, "copySha256", copySha256))
                && actor.equals(by)
                && happened(data.get("occurredAt"));
    }

    private static boolean says(Map<String, Object> data, String name, Object value) {
        return value.toString().equals(String.valueOf(data.get(name)));
    }

    private boolean happened(@Nullable Object said) {
        Instant here = occurredAt;
        if (here == null || said == null) {
            return here == null && said == null;
        }
        try {
            return Duration.between(Instant.parse(said.toString()), here).abs().compareTo(FINEST) <= 0;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
