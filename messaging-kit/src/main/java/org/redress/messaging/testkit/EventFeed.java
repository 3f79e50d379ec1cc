package org.redress.messaging.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.redress.messaging.IncomingEvent;
import org.redress.messaging.envelope.EnvelopeCodec;

/**
 * Writes events on a topic as another service would, or as a bad day would. Close it after use. Not thread-safe.
 */
public final class EventFeed implements AutoCloseable {
    private static final int LARGEST = 8 * 1024 * 1024;

    private final String topic;
    private final Producer<String, byte[]> producer;

    /** A feed for one topic, which must exist. */
    public EventFeed(String bootstrapServers, String topic) {
        this.topic = topic;
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.ACKS_CONFIG,
                "all",
                // Brokers before the fix of KAFKA-15591 may reorder the first requests to a topic that was just made.
                ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                1,
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                LARGEST);
        this.producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /** Writes events in this order and returns when the broker has them all. */
    public void send(List<IncomingEvent> events) {
        sendRecords(
                events.stream().map(event -> EnvelopeCodec.write(topic, event)).toList());
    }

    /** Writes any records, for example unreadable ones, and returns when the broker has them all. */
    public void sendRecords(List<ProducerRecord<String, byte[]>> records) {
        var sends = records.stream().map(producer::send).toList();
        try {
            for (var send : sends) {
                send.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker does not take the test's records", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Each event twice, the second at once after the first. */
    public static List<IncomingEvent> twice(List<IncomingEvent> events) {
        var doubled = new ArrayList<IncomingEvent>();
        for (IncomingEvent event : events) {
            doubled.add(event);
            doubled.add(event);
        }
        return doubled;
    }

    /** In any order, also within a subject. */
    public static List<IncomingEvent> shuffled(List<IncomingEvent> events, Random random) {
        var shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    /** In any order across subjects, each subject's own events in their order. */
    public static List<IncomingEvent> interleaved(List<IncomingEvent> events, Random random) {
        Map<String, List<IncomingEvent>> bySubject = new LinkedHashMap<>();
        events.forEach(event -> bySubject
                .computeIfAbsent(event.subject(), s -> new ArrayList<>())
                .add(event));
        var interleaved = new ArrayList<IncomingEvent>();
        var open = new ArrayList<>(bySubject.values());
        while (!open.isEmpty()) {
            int pick = random.nextInt(open.size());
            interleaved.add(open.get(pick).remove(0));
            if (open.get(pick).isEmpty()) {
                open.remove(pick);
            }
        }
        return interleaved;
    }

    @Override
    public void close() {
        producer.close();
    }
}
