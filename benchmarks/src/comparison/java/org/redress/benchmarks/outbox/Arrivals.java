package org.redress.benchmarks.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * A reader that notes when each event arrives, as any reader of the topic would see it. The first characters of a payload are
 * the event's id and its number within its key.
 */
@SuppressWarnings("try") // close() waits and may be interrupted; then the whole run ends
final class Arrivals implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(20);
    private static final long LONGEST_WAIT_NANOS = Duration.ofMinutes(3).toNanos();

    private final Map<String, Long> arrivedAt = new ConcurrentHashMap<>();
    private final Map<String, Integer> lastNumber = new HashMap<>();
    private final String bootstrapServers;
    private final String topic;
    private final Thread thread;
    private volatile boolean stopping;
    private volatile int outOfOrder;
    private volatile int doubled;

    Arrivals(String bootstrapServers, String topic) {
        this.bootstrapServers = bootstrapServers;
        this.topic = topic;
        thread = new Thread(this::read, "arrivals");
        thread.start();
    }

    /** The payload of an event, about half a kilobyte. */
    static String payload(String id, int number) {
        return "{\"id\":\"" + id + "\",\"n\":\"" + String.format("%08d", number) + "\",\"filling\":\""
                + "x".repeat(440) + "\"}";
    }

    /** When the event arrived, on {@link System#nanoTime()}. */
    long at(String id) {
        Long at = arrivedAt.get(id);
        if (at == null) {
            throw new IllegalStateException("never arrived: " + id);
        }
        return at;
    }

    int outOfOrder() {
        return outOfOrder;
    }

    int doubled() {
        return doubled;
    }

    void await(int count) {
        long start = System.nanoTime();
        while (arrivedAt.size() < count) {
            if (System.nanoTime() - start > LONGEST_WAIT_NANOS) {
                throw new IllegalStateException("only " + arrivedAt.size() + " of " + count + " events arrived");
            }
            LockSupport.parkNanos(200_000);
        }
    }

    @Override
    public void close() throws InterruptedException {
        stopping = true;
        thread.join();
    }

    private void read() {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers, "metadata.max.age.ms", 1000);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = partitions(consumer);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (!stopping) {
                var polled = consumer.poll(POLL);
                long now = System.nanoTime();
                polled.forEach(arrived -> note(arrived, now));
            }
        }
    }

    private List<TopicPartition> partitions(KafkaConsumer<String, byte[]> consumer) {
        var partitions = new ArrayList<TopicPartition>();
        while (partitions.isEmpty() && !stopping) {
            var topics = consumer.listTopics();
            var infos = topics.get(topic);
            if (infos != null) {
                infos.forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
            }
        }
        return partitions;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // Only the reading thread writes.
    private void note(ConsumerRecord<String, byte[]> arrived, long now) {
        String text = new String(arrived.value(), StandardCharsets.UTF_8);
        String id = text.substring(7, 43);
        int number = Integer.parseInt(text.substring(50, 58));
        if (arrivedAt.putIfAbsent(id, now) != null) {
            doubled++;
            return;
        }
        if (lastNumber.merge(arrived.key(), number, Math::max) > number) {
            outOfOrder++;
        }
    }
}
