package org.redress.messaging.outbox;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.redress.messaging.MessagingConfig;
import org.redress.messaging.database.FailureReason;

/**
 * Empties the outbox into the topic, in order per aggregate, at least once. One thread runs it; any number of relays may work
 * on one database.
 *
 * <p>A round is one transaction: lock some shards that no other relay holds, send their oldest unsent rows, wait for the
 * broker's acknowledgements, mark the rows, commit. A relay that dies loses its locks at once, one that freezes after the
 * claim timeout, because the database ends its idle session; when it wakes up its marks are refused and what it still had in
 * flight arrives doubled, which readers sort out by event id and sequence.
 */
final class Relay implements Runnable {
    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(10);
    /**
     * Two busy relays can hold all shards between them and let go of some for a moment only: a third one that looked less
     * often than this came too late for a second and more.
     */
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(20);

    private static final Duration AWAY_PAUSE = Duration.ofMillis(500);

    /**
     * A round costs the same for one row and for fifty. So one that sent all there was is not followed by the next within this
     * time: that takes the machine from the relay and gives it to those who append. What comes after a silence is not kept
     * waiting.
     */
    private static final Duration GATHERING = Duration.ofMillis(20);

    private final Jdbi jdbi;
    private final OutboxRepository rows;
    private final MessagingConfig.Relay settings;
    private final OwnTopic topic;
    private final BrokerClients clients;
    private final RelayWaker waker;
    private final RelayState state;
    private final Consumer<List<Double>> lateness;
    private @Nullable Producer<String, byte[]> producer;
    private volatile boolean stopping;

    Relay(
            Jdbi jdbi,
            OutboxRepository rows,
            MessagingConfig.Relay settings,
            OwnTopic topic,
            BrokerClients clients,
            RelayWaker waker,
            RelayState state,
            Consumer<List<Double>> lateness) {
        this.jdbi = jdbi;
        this.rows = rows;
        this.settings = settings;
        this.topic = topic;
        this.clients = clients;
        this.waker = waker;
        this.state = state;
        this.lateness = lateness;
    }

    /**
     * What a round came to.
     *
     * @param left the shards that still want work
     * @param idle whether all wanted shards were held by others
     * @param rows how many were handed to the broker
     */
    private record Round(int left, boolean idle, int rows) {
        /** Rows were sent, and no more are known of. */
        boolean done() {
            return left == Shards.NONE && rows > 0;
        }
    }

    /** Works until {@link #stop()}. */
    @Override
    public void run() {
        int wanted = Shards.ALL;
        Duration pause = FIRST_PAUSE;
        try {
            while (!stopping) {
                if (!reachBroker()) {
                    // Whoever was woken in the meantime waits with all the others.
                    wanted = Shards.ALL;
                    continue;
                }
                wanted = wanted == Shards.NONE ? awaitWork() : wanted | waker.taken();
                Round round = stopping ? new Round(Shards.NONE, false, 0) : round(wanted);
                wanted = round.left();
                if (round.idle()) {
                    // Another relay holds these shards and may have looked before our rows were there.
                    waker.pause(pause);
                    pause = longer(pause);
                } else {
                    pause = FIRST_PAUSE;
                    if (round.done()) {
                        waker.pause(GATHERING);
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            closeProducer();
        }
    }

    /** Ends after the round under way. */
    void stop() {
        stopping = true;
        waker.close();
    }

    /** No transaction is open while the broker is away: it would hold up the database's housekeeping. */
    private boolean reachBroker() throws InterruptedException {
        if (producer != null) {
            return true;
        }
        if (!topic.ensure()) {
            state.away();
            waker.pause(AWAY_PAUSE);
            return false;
        }
        producer = clients.producer();
        state.there();
        return true;
    }

    private int awaitWork() throws InterruptedException {
        int woken = waker.await(settings.fallbackPoll());
        return woken == Shards.NONE ? Shards.ALL : woken;
    }

    private Round round(int wanted) throws InterruptedException {
        try {
            return jdbi.<Round, InterruptedException>inTransaction(handle -> relay(handle, wanted));
        } catch (RuntimeException e) {
            LOG.warnf("The relay could not work on the outbox and tries again: %s", FailureReason.kind(e));
            waker.pause(AWAY_PAUSE);
            return new Round(wanted, false, 0);
        }
    }

    private Round relay(Handle handle, int wanted) throws InterruptedException {
        List<Integer> claimed =
                rows.claim(handle, Shards.list(wanted), settings.shardsAtOnce(), settings.claimTimeout());
        if (claimed.isEmpty()) {
            return new Round(wanted, true, 0);
        }
        List<OutboxRow> unsent = rows.unsent(handle, claimed, settings.rowsPerShard());
        if (!unsent.isEmpty()) {
            dispatch(handle, unsent);
        }
        return new Round(Shards.without(wanted, claimed) | full(unsent), false, unsent.size());
    }

    private void dispatch(Handle handle, List<OutboxRow> unsent) throws InterruptedException {
        if (producer == null) {
            return;
        }
        var dispatch = new Dispatch(producer, topic.name(), () -> rows.touch(handle));
        dispatch.send(unsent);
        if (!dispatch.acknowledged().isEmpty()) {
            lateness.accept(rows.markSent(handle, dispatch.acknowledged()));
        }
        dispatch.refused().forEach((id, reason) -> park(handle, id, reason));
        var failure = dispatch.failure();
        if (failure != null) {
            rows.markFailed(handle, dispatch.failed(), failure.getClass().getSimpleName(), AWAY_PAUSE);
            LOG.warnf(
                    "The broker did not take %d events, they wait: %s",
                    dispatch.failed().size(), failure);
            closeProducer();
        }
    }

    private void park(Handle handle, long id, String reason) {
        rows.park(handle, id, reason);
        LOG.errorf("Outbox row %d is parked and holds back its aggregate: %s", id, reason);
    }

    /** Shards of which as many rows were read as may be: there may be more. */
    private int full(List<OutboxRow> unsent) {
        int[] counts = new int[Shards.COUNT];
        unsent.forEach(row -> counts[row.shard()]++);
        int full = Shards.NONE;
        for (int shard = 0; shard < Shards.COUNT; shard++) {
            if (counts[shard] >= settings.rowsPerShard()) {
                full = Shards.with(full, shard);
            }
        }
        return full;
    }

    /** Without waiting: what was not acknowledged is sent again later, and must not leave twice. */
    private void closeProducer() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }
}
