package org.redress.messaging.outbox;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.redress.messaging.envelope.EnvelopeCodec;

/**
 * One bunch of rows on its way to the broker. Used by one thread, once.
 *
 * <p>A row that the broker refuses for itself ends as refused, and later rows of its aggregate that were not handed over yet
 * are left for another time. Any other failure means the broker is away: the rest is left and the producer must not be used
 * again, for what it still holds could be sent late.
 */
final class Dispatch {
    private static final long HEARTBEAT_MILLIS = 500;

    private final Producer<String, byte[]> producer;
    private final String topic;
    private final Runnable heartbeat;
    private final Map<OutboxRow, Future<RecordMetadata>> underWay = new LinkedHashMap<>();
    private final Set<String> heldBack = new HashSet<>();
    private final List<Long> acknowledged = new ArrayList<>();
    private final Map<Long, String> refused = new LinkedHashMap<>();
    private final List<Long> failed = new ArrayList<>();
    private @Nullable Throwable failure;

    /**
     * A bunch to come.
     *
     * @param heartbeat called from time to time while waiting for the broker
     */
    Dispatch(Producer<String, byte[]> producer, String topic, Runnable heartbeat) {
        this.producer = producer;
        this.topic = topic;
        this.heartbeat = heartbeat;
    }

    /** Sends the rows in their order and waits until the fate of each is known. */
    void send(List<OutboxRow> rows) throws InterruptedException {
        for (OutboxRow row : rows) {
            if (failure == null && !heldBack.contains(row.aggregateId())) {
                handOver(row);
            }
        }
        for (var sent : underWay.entrySet()) {
            await(sent.getKey(), sent.getValue());
        }
    }

    List<Long> acknowledged() {
        return acknowledged;
    }

    /** Why, by row id. */
    Map<Long, String> refused() {
        return refused;
    }

    List<Long> failed() {
        return failed;
    }

    @Nullable
    Throwable failure() {
        return failure;
    }

    private void handOver(OutboxRow row) {
        try {
            var sent = producer.send(EnvelopeCodec.write(topic, row.event()));
            underWay.put(row, sent);
            if (sent.isDone()) {
                // Already decided: mostly refused for its size, before anything was sent.
                noteEarlyEnd(row, sent);
            }
        } catch (KafkaException | IllegalArgumentException | IllegalStateException e) {
            note(row, e);
        }
    }

    private void noteEarlyEnd(OutboxRow row, Future<RecordMetadata> sent) {
        try {
            sent.get(0, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            underWay.remove(row);
            note(row, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException e) {
            throw new AssertionError("a finished send has no result", e);
        }
    }

    private void await(OutboxRow row, Future<RecordMetadata> sent) throws InterruptedException {
        while (true) {
            try {
                sent.get(HEARTBEAT_MILLIS, TimeUnit.MILLISECONDS);
                acknowledged.add(row.id());
                return;
            } catch (TimeoutException e) {
                heartbeat.run();
            } catch (ExecutionException e) {
                note(row, e.getCause());
                return;
            }
        }
    }

    private void note(OutboxRow row, @Nullable Throwable cause) {
        if (cause != null && isRefusal(cause)) {
            refused.put(row.id(), cause.getClass().getSimpleName() + ": the broker does not take this record");
            heldBack.add(row.aggregateId());
        } else {
            failed.add(row.id());
            failure = cause == null ? new KafkaException("the send failed without a cause") : cause;
        }
    }

    private static boolean isRefusal(Throwable cause) {
        return cause instanceof RecordTooLargeException
                || cause instanceof RecordBatchTooLargeException
                || cause instanceof InvalidRecordException
                || cause instanceof SerializationException
                || cause instanceof IllegalArgumentException;
    }
}
