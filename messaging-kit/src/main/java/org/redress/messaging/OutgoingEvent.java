package org.redress.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A fact to tell the others. Its id (UUIDv7), source and sequence are given by the outbox.
 *
 * @param type the wire name, a constant with its version
 * @param subject the aggregate's id: the record's key, and what order is kept by
 * @param platform the tenant the fact belongs to
 * @param data the payload, JSON in UTF-8; not copied, so do not change it afterwards
 * @param time when it happened; null: the database's time at append
 */
public record OutgoingEvent(
        String type,
        String subject,
        String platform,
        @SuppressWarnings("ArrayRecordComponent") byte[] data,
        @Nullable Instant time) {

    /** A fact that happened now, by the database's clock. */
    public OutgoingEvent(String type, String subject, String platform, byte[] data) {
        this(type, subject, platform, data, null);
    }

    /** Checks that nothing is blank: a record without these could not be read by anybody. */
    public OutgoingEvent {
        if (type.isBlank() || subject.isBlank() || platform.isBlank() || data.length == 0) {
            throw new IllegalArgumentException("type, subject, platform and data of an event must not be empty");
        }
    }

    /** Type and subject only: payloads do not belong into logs. */
    @Override
    public String toString() {
        return "OutgoingEvent[" + type + " of " + subject + ", " + data.length + " bytes]";
    }
}
