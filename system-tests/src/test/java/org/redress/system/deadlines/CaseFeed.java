package org.redress.system.deadlines;

import java.util.Collection;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes what intake and triage would write. Thread-safe. */
final class CaseFeed implements AutoCloseable {
    private final KafkaProducer<String, byte[]> producer;
    private final Queue<Future<RecordMetadata>> underWay = new ConcurrentLinkedQueue<>();

    CaseFeed(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "linger.ms", 0),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Writes them in this order and returns when the broker has them all. */
    void tell(Collection<Happening> happenings) {
        handOver(happenings);
        awaitTaken();
    }

    /** Hands them over in this order and returns at once. */
    void handOver(Collection<Happening> happenings) {
        happenings.forEach(happening -> underWay.add(producer.send(happening.written())));
    }

    /** Returns when the broker has all that was handed over. */
    void awaitTaken() {
        for (var sent = underWay.poll(); sent != null; sent = underWay.poll()) {
            try {
                sent.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("the broker does not take the test's events", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** Writes all that these stories have to tell. */
    void tellStories(Collection<Story> stories) {
        tell(stories.stream().flatMap(story -> story.told().stream()).toList());
    }

    @Override
    public void close() {
        producer.close();
    }
}
