package org.redress.messaging.inbox;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.redress.messaging.IncomingEvent;
import org.redress.messaging.UnreadableEventException;
import org.redress.messaging.envelope.EnvelopeCodec;

/**
 * A record with what could be read of it.
 *
 * @param event null when the envelope could not be read
 * @param defect why not; null when it could
 */
record Received(
        ConsumerRecord<byte[], byte[]> kafkaRecord,
        @Nullable IncomingEvent event,
        @Nullable String defect) {
    static Received of(ConsumerRecord<byte[], byte[]> kafkaRecord) {
        try {
            return new Received(kafkaRecord, EnvelopeCodec.read(kafkaRecord), null);
        } catch (UnreadableEventException e) {
            return new Received(kafkaRecord, null, "unreadable: " + e.getMessage());
        }
    }

    TopicPartition partition() {
        return new TopicPartition(kafkaRecord.topic(), kafkaRecord.partition());
    }

    @Override
    public String toString() {
        return partition() + "@" + kafkaRecord.offset();
    }
}
