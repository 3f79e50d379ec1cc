package org.redress.messaging.inbox;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.redress.messaging.database.FailureReason;
import org.redress.messaging.inbox.FailurePoints.Point;

/**
 * How far the partitions of one consumer are done whose offsets are not with the broker yet. Why they keep being refused is told
 * as a warning, once a minute: what is lost by it is only that records come again and are known. Used by the loop's thread.
 */
final class Offsets {
    private static final Logger LOG = Logger.getLogger(Offsets.class);
    private static final Duration COMMIT = Duration.ofSeconds(2);
    private static final Duration BETWEEN_WARNINGS = Duration.ofMinutes(1);

    private final String topic;
    private final FailurePoints failurePoints;
    private final Duration betweenWarnings;
    private final java.util.function.Consumer<KafkaException> warn;
    private final Map<TopicPartition, OffsetAndMetadata> uncommitted = new HashMap<>();
    private long warnAgain;
    private boolean warned;

    Offsets(String topic, FailurePoints failurePoints) {
        this(topic, failurePoints, BETWEEN_WARNINGS, why -> warn(topic, why));
    }

    Offsets(
            String topic,
            FailurePoints failurePoints,
            Duration betweenWarnings,
            java.util.function.Consumer<KafkaException> warn) {
        this.topic = topic;
        this.failurePoints = failurePoints;
        this.betweenWarnings = betweenWarnings;
        this.warn = warn;
    }

    /** Whether there are any to commit. */
    boolean waiting() {
        return !uncommitted.isEmpty();
    }

    /** Notes that these records, and those before them, are done. */
    void done(List<Received> records) {
        for (Received received : records) {
            uncommitted.put(
                    received.partition(),
                    new OffsetAndMetadata(received.kafkaRecord().offset() + 1));
        }
    }

    /** Forgets partitions that another consumer has now: their records come again there. */
    void forget(Collection<TopicPartition> partitions) {
        uncommitted.keySet().removeAll(partitions);
    }

    /** Forgets them all. */
    void forgetAll() {
        uncommitted.clear();
    }

    /**
     * Gives the broker what waits; it goes on waiting if the broker is away or a rebalance goes on. If a partition moves
     * meanwhile, its records come again and are known.
     */
    void commit(Consumer<byte[], byte[]> consumer) {
        try {
            failurePoints.reached(Point.BEFORE_OFFSET_COMMIT);
            consumer.commitSync(uncommitted, COMMIT);
            uncommitted.clear();
        } catch (KafkaException e) {
            tell(e);
        }
    }

    private void tell(KafkaException why) {
        long now = System.nanoTime();
        if (warned && now - warnAgain < 0) {
            LOG.debugf(why, "Offsets of %s could not be committed", topic);
            return;
        }
        warned = true;
        warnAgain = now + betweenWarnings.toNanos();
        warn.accept(why);
    }

    private static void warn(String topic, KafkaException why) {
        LOG.warnf(
                "Offsets of %s could not be committed and are committed later: %s: %s",
                topic, FailureReason.kind(why), why.getMessage());
    }
}
