package org.redress.messaging.inbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.redress.messaging.MessagingConfig;
import org.redress.messaging.database.FailureReason;

/**
 * Reads one topic on one thread.
 *
 * <p>All records of a poll are handled in one transaction; when that fails, it is rolled back and they are handled one by
 * one, so that only the bad one is retried and in the end parked. Offsets are committed after the database; a record may
 * therefore come again, and the inbox sees that it was handled. While a record is retried its partitions are paused and the
 * loop keeps polling: the instance stays a member of its group.
 *
 * <p>On stop the record in hand is finished, what is done is committed, the rest is left, and the group is left in order.
 */
final class ReadingLoop implements Runnable, ConsumerRebalanceListener {
    private static final Logger LOG = Logger.getLogger(ReadingLoop.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration PAUSED_POLL = Duration.ofMillis(50);
    private static final Duration RESTART_PAUSE = Duration.ofSeconds(1);
    private static final Duration CLOSE = Duration.ofSeconds(5);

    private final String topic;
    private final Supplier<Consumer<byte[], byte[]>> clients;
    private final EventTransaction transaction;
    private final OneByOne oneByOne;
    private final Offsets offsets;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final ReadingState state;
    private final Set<TopicPartition> gone = new HashSet<>();

    private Consumer<byte[], byte[]> consumer;
    private boolean paused;

    @SuppressWarnings("NullAway.Init") // The consumer belongs to the loop's thread, which makes it first of all.
    ReadingLoop(
            String topic,
            Supplier<Consumer<byte[], byte[]>> clients,
            EventTransaction transaction,
            MessagingConfig.Consumer settings,
            FailurePoints failurePoints,
            ReadingState state) {
        this.topic = topic;
        this.clients = clients;
        this.transaction = transaction;
        this.offsets = new Offsets(topic, failurePoints);
        this.oneByOne = new OneByOne(transaction, settings, this::pause);
        this.state = state;
    }

    /** Reads until {@link #stop()}; starts again with a new consumer when one breaks. */
    @Override
    public void run() {
        while (!stopping()) {
            try {
                read();
            } catch (RuntimeException e) {
                LOG.errorf("Reading %s broke off and starts again: %s", topic, FailureReason.kind(e));
                awaitStop(RESTART_PAUSE);
            }
        }
    }

    void stop() {
        stop.countDown();
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        if (paused) {
            consumer.pause(partitions);
        }
        state.assigned(consumer.assignment().size());
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        // What is left in hand of these partitions must not be worked on, not even when they come back: they come back
        // with their records. So do those whose offsets could not be committed, and are known then.
        gone.addAll(partitions);
        offsets.forget(partitions);
    }

    private void read() {
        consumer = clients.get();
        offsets.forgetAll();
        try {
            consumer.subscribe(List.of(topic), this);
            while (!stopping()) {
                ConsumerRecords<byte[], byte[]> polled = consumer.poll(POLL);
                if (!polled.isEmpty()) {
                    // Before the work too: while a handler is stuck, this is what shows it.
                    state.lag(lag() + polled.count());
                    work(polled);
                } else if (offsets.waiting()) {
                    // A member that keeps its partitions through a rebalance does not read them again.
                    offsets.commit(consumer);
                }
                state.lag(lag());
            }
        } finally {
            state.assigned(0);
            consumer.close(CloseOptions.timeout(CLOSE));
        }
    }

    private void work(ConsumerRecords<byte[], byte[]> polled) {
        List<Received> records = new ArrayList<>(polled.count());
        gone.clear();
        polled.forEach(kafkaRecord -> records.add(Received.of(kafkaRecord)));
        int done = workTogether(records);
        if (done > 0) {
            commit(records.subList(0, done));
        } else {
            workOneByOne(records);
        }
    }

    /** Returns how many are done; none when one of them failed. */
    private int workTogether(List<Received> records) {
        try {
            return transaction.run(records, this::stopping);
        } catch (RuntimeException e) {
            LOG.infof("%d records of %s are handled one by one: %s", records.size(), topic, FailureReason.kind(e));
            return 0;
        }
    }

    private void workOneByOne(List<Received> records) {
        for (Received received : records) {
            if (stopping()) {
                return;
            }
            if (!gone.contains(received.partition()) && oneByOne.finish(received)) {
                commit(List.of(received));
            }
        }
    }

    private void commit(List<Received> done) {
        offsets.done(done);
        offsets.commit(consumer);
    }

    private boolean pause(Duration length, Received received) {
        consumer.pause(consumer.assignment());
        paused = true;
        try {
            long end = System.nanoTime() + length.toNanos();
            while (!stopping() && System.nanoTime() < end) {
                putBack(consumer.poll(PAUSED_POLL));
            }
        } finally {
            paused = false;
            consumer.resume(consumer.paused());
        }
        return !stopping() && !gone.contains(received.partition());
    }

    /** Paused partitions yield nothing; should one do so all the same, its records are read again later. */
    private void putBack(ConsumerRecords<byte[], byte[]> unexpected) {
        for (TopicPartition partition : unexpected.partitions()) {
            consumer.seek(partition, unexpected.records(partition).get(0).offset());
        }
    }

    private long lag() {
        long lag = 0;
        for (TopicPartition partition : consumer.assignment()) {
            lag += consumer.currentLag(partition).orElse(0);
        }
        return lag;
    }

    private boolean stopping() {
        return stop.getCount() == 0;
    }

    private void awaitStop(Duration atMost) {
        try {
            boolean stopped = stop.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
            LOG.debugf("Waited for the next start; stopped: %s", stopped);
        } catch (InterruptedException e) {
            stop();
            Thread.currentThread().interrupt();
        }
    }
}
