package org.redress.messaging;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record that was set aside so that the others go on, without its payload.
 *
 * @param direction whether it came from a topic or could not be sent to one
 * @param topic where it came from, or the service's own topic
 * @param partition its partition; -1 for one that was never sent
 * @param offset its offset; for one that was never sent its number in the outbox
 * @param eventId null when it could not be read
 * @param type null when it could not be read
 * @param subject null when it could not be read
 * @param platform the tenant; null when it could not be read
 * @param reason for people, without personal data
 * @param attempts how often it was tried
 * @param size of the payload in bytes, also when only its first part was kept
 * @param truncated whether only the payload's first part was kept; such a record can be discarded, not replayed
 */
public record ParkedRecord(
        UUID id,
        Direction direction,
        String topic,
        int partition,
        long offset,
        @Nullable UUID eventId,
        @Nullable String type,
        @Nullable String subject,
        @Nullable String platform,
        String reason,
        int attempts,
        long size,
        boolean truncated,
        Instant parkedAt) {

    /** Which way the record was going. */
    public enum Direction {
        /** Read from a topic. */
        INCOMING,
        /** Refused by the broker. */
        OUTGOING
    }
}
