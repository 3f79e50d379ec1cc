package org.redress.benchmarks.relay;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A reader that notes what arrives on a topic, when, and whether each subject's sequences rise. Read by one thread. */
final class Arrivals implements Runnable {
    private static final Duration POLL = Duration.ofMillis(20);
    private static final long PATIENCE = Duration.ofMinutes(2).toNanos();

    private final String bootstrapServers;
    private final String topic;
    private final int expected;
    private final Map<String, Long> lastSequence = new HashMap<>();
    private final Set<String> ids = new HashSet<>();
    private final Map<String, Long> arrivedAt = new HashMap<>();
    private volatile int arrived;
    private int outOfOrder;
    private int doubled;

    /** A reader that ends when it has seen so many events. */
    Arrivals(String bootstrapServers, String topic, int expected) {
        this.bootstrapServers = bootstrapServers;
        this.topic = topic;
        this.expected = expected;
    }

    @Override
    public void run() {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long end = System.nanoTime() + PATIENCE;
            while (ids.size() < expected && System.nanoTime() < end) {
                consumer.poll(POLL).forEach(this::note);
            }
        }
    }

    /** How many different events have arrived; may be asked by any thread while it reads. */
    int arrived() {
        return arrived;
    }

    /** Events whose sequence was not higher than the one before of their subject. */
    int outOfOrder() {
        return outOfOrder;
    }

    /** Events that came again. */
    int doubled() {
        return doubled;
    }

    /** When each subject's latest event arrived, on {@link System#nanoTime()}. */
    Map<String, Long> arrivedAt() {
        return arrivedAt;
    }

    private void note(ConsumerRecord<String, byte[]> arriving) {
        long sequence = Long.parseLong(header(arriving.headers(), "ce_sequence"));
        if (!ids.add(header(arriving.headers(), "ce_id"))) {
            doubled++;
        } else if (lastSequence.merge(arriving.key(), sequence, Math::max) != sequence) {
            outOfOrder++;
        }
        arrivedAt.put(arriving.key(), System.nanoTime());
        arrived = ids.size();
    }

    private static String header(Headers headers, String name) {
        return new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
