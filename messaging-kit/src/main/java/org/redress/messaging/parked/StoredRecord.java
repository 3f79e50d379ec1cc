package org.redress.messaging.parked;

import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.redress.messaging.IncomingEvent;

/**
 * A record as it is parked.
 *
 * @param event what could be read of it; null when nothing could
 * @param value its payload or the first part of it
 * @param size of the whole payload
 */
public record StoredRecord(
        UUID id,
        String topic,
        int partition,
        long offset,
        long time,
        @SuppressWarnings("ArrayRecordComponent") byte @Nullable [] key,
        Headers headers,
        @SuppressWarnings("ArrayRecordComponent") byte @Nullable [] value,
        long size,
        boolean truncated,
        @Nullable IncomingEvent event) {

    /** A record from a topic, kept whole if it is not too large. */
    public static StoredRecord of(UUID id, ConsumerRecord<byte[], byte[]> from, @Nullable IncomingEvent event) {
        byte[] value = from.value();
        int size = value == null ? 0 : value.length;
        byte @Nullable [] kept = Bounds.first(value, Bounds.VALUE);
        return new StoredRecord(
                id,
                from.topic(),
                from.partition(),
                from.offset(),
                from.timestamp(),
                Bounds.first(from.key(), Bounds.KEY),
                from.headers(),
                kept,
                size,
                size > Bounds.VALUE,
                event);
    }

    /** Where it lies only: payloads do not belong into logs. */
    @Override
    public String toString() {
        return "StoredRecord[" + topic + "-" + partition + "@" + offset + "]";
    }
}
