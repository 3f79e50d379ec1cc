package org.redress.messaging;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An event as readers see it.
 *
 * @param id the same in every delivery of this event
 * @param source who wrote it, for example {@code /redress/billing}
 * @param type the wire name with its version
 * @param subject the aggregate's id, also the record's key
 * @param platform the tenant
 * @param sequence rising per source and subject, from 1; a reader that keeps state takes the latest
 * @param time when it happened
 * @param data the payload; not copied, do not change it
 */
public record IncomingEvent(
        UUID id,
        String source,
        String type,
        String subject,
        String platform,
        long sequence,
        Instant time,
        @SuppressWarnings("ArrayRecordComponent") byte[] data) {

    /** The aggregate's id where that is a UUID; nothing for any other subject. */
    public Optional<UUID> subjectId() {
        try {
            return Optional.of(UUID.fromString(subject));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Envelope only: payloads do not belong into logs. */
    @Override
    public String toString() {
        return "IncomingEvent[" + type + " " + id + " of " + subject + ", sequence " + sequence + "]";
    }
}
