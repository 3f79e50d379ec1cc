package org.redress.benchmarks.path;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** When the events of each complaint came to a reader of the topics, on this process's clock. Thread-safe. */
final class Arrivals implements AutoCloseable {
    /** What is waited for, by the wire names of its events. */
    enum Step {
        TRIAGED("org.redress.complaint-triaged.v1"),
        CLOCKED("org.redress.clock-started.v1"),
        TOLD("org.redress.notification-sent.v1");

        private final String type;

        Step(String type) {
            this.type = type;
        }
    }

    private static final List<String> TOPICS = List.of("triage-events", "sla-events", "notification-events");
    private static final Duration POLL = Duration.ofMillis(50);

    private final Map<Step, Map<String, Long>> firstSeen = Map.of(
            Step.TRIAGED,
            new ConcurrentHashMap<>(),
            Step.CLOCKED,
            new ConcurrentHashMap<>(),
            Step.TOLD,
            new ConcurrentHashMap<>());
    private final KafkaConsumer<String, byte[]> consumer;
    private final Thread reader = new Thread(this::read, "arrivals");
    private volatile boolean closed;

    Arrivals(String bootstrapServers) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringDeserializer(), new ByteArrayDeserializer());
        var partitions = TOPICS.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new org.apache.kafka.common.TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        reader.start();
    }

    /** When that was seen of the complaint, in {@link System#nanoTime()}; null while it was not. */
    @org.jspecify.annotations.Nullable
    Long seen(Step step, String complaint) {
        return times(step).get(complaint);
    }

    @Override
    public void close() {
        closed = true;
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<String, Long> times(Step step) {
        return firstSeen.getOrDefault(step, Map.of());
    }

    private void read() {
        try (consumer) {
            while (!closed) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    note(record, System.nanoTime());
                }
            }
        }
    }

    private void note(ConsumerRecord<String, byte[]> record, long now) {
        Header type = record.headers().lastHeader("ce_type");
        String name = type == null ? "" : new String(type.value(), StandardCharsets.UTF_8);
        for (Step step : Step.values()) {
            if (step.type.equals(name)) {
                times(step).putIfAbsent(record.key(), now);
            }
        }
    }
}
