package org.redress.messaging.envelope;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.redress.messaging.IncomingEvent;
import org.redress.messaging.UnreadableEventException;

/**
 * Events as Kafka records: CloudEvents 1.0 in binary mode, the attributes as {@code ce_} headers, the payload as it is.
 * Key and {@code subject} are the aggregate's id; {@code platform} and {@code sequence} are extensions.
 */
public final class EnvelopeCodec {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_NUMBER = 19;

    private EnvelopeCodec() {}

    /** The record for an event, as its readers will see it. */
    public static ProducerRecord<String, byte[]> write(String topic, IncomingEvent event) {
        CloudEvent envelope = CloudEventBuilder.v1()
                .withId(event.id().toString())
                .withSource(URI.create(event.source()))
                .withType(event.type())
                .withSubject(event.subject())
                .withTime(event.time().atOffset(ZoneOffset.UTC))
                .withExtension("platform", event.platform())
                .withExtension("sequence", Long.toString(event.sequence()))
                .withData("application/json", event.data())
                .build();
        return KafkaMessageFactory.createWriter(topic, null, null, event.subject())
                .writeBinary(envelope);
    }

    /**
     * The event in a record.
     *
     * @throws UnreadableEventException when an attribute is missing or not of its form, or the value is empty
     */
    public static IncomingEvent read(ConsumerRecord<byte[], byte[]> kafkaRecord) {
        return read(kafkaRecord.headers(), kafkaRecord.value());
    }

    /**
     * The event in a record's headers and value.
     *
     * @throws UnreadableEventException when an attribute is missing or not of its form, or the value is empty
     */
    public static IncomingEvent read(Headers headers, byte @Nullable [] value) {
        if (value == null || value.length == 0) {
            throw new UnreadableEventException("the value is empty");
        }
        try {
            CloudEvent envelope =
                    KafkaMessageFactory.createReader(headers, value).toEvent();
            var time = envelope.getTime();
            if (time == null) {
                throw new UnreadableEventException("the attribute time is missing");
            }
            return new IncomingEvent(
                    id(envelope.getId()),
                    name("source", envelope.getSource()),
                    name("type", envelope.getType()),
                    name("subject", envelope.getSubject()),
                    name("platform", envelope.getExtension("platform")),
                    sequence(name("sequence", envelope.getExtension("sequence"))),
                    time.toInstant(),
                    value);
        } catch (CloudEventRWException | IllegalArgumentException | IllegalStateException e) {
            throw new UnreadableEventException(
                    "the headers are not a CloudEvents 1.0 envelope in binary mode: " + cause(e), e);
        }
    }

    private static UUID id(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new UnreadableEventException("the attribute id is not a UUID", e);
        }
    }

    private static String name(String attribute, @Nullable Object value) {
        if (value == null) {
            throw new UnreadableEventException("the attribute " + attribute + " is missing");
        }
        String text = value.toString();
        if (text.isBlank() || text.length() > LONGEST_NAME || text.chars().anyMatch(Character::isISOControl)) {
            throw new UnreadableEventException(
                    "the attribute " + attribute + " is empty, longer than " + LONGEST_NAME + " or not printable");
        }
        return text;
    }

    private static long sequence(String text) {
        boolean digits = text.length() <= LONGEST_NUMBER && text.chars().allMatch(c -> c >= '0' && c <= '9');
        try {
            long sequence = digits ? Long.parseLong(text) : 0;
            if (sequence >= 1) {
                return sequence;
            }
        } catch (NumberFormatException e) {
            throw new UnreadableEventException("the attribute sequence is too large", e);
        }
        throw new UnreadableEventException("the attribute sequence is not a number from 1");
    }

    private static String cause(RuntimeException failure) {
        return failure instanceof CloudEventRWException envelope
                ? envelope.getKind().name()
                : failure.getClass().getSimpleName();
    }
}
