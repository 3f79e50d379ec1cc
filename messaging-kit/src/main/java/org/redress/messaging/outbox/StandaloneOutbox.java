package org.redress.messaging.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.redress.messaging.MessagingConfig;
import org.redress.messaging.OutgoingEvent;
import org.redress.messaging.database.MessagingDatabase;

/**
 * An outbox with its relay for a program without a container and without JTA, such as a benchmark: one JDBC transaction at a
 * time a thread. The database must have the kit's tables. Thread-safe.
 */
public final class StandaloneOutbox implements AutoCloseable {
    private static final Duration STOP = Duration.ofSeconds(20);

    private final MessagingDatabase database;
    private final OutboxRepository rows = new OutboxRepository();
    private final RelayWaker waker = new RelayWaker();
    private final String source;
    private final AtomicLong sent = new AtomicLong();
    private final Relay relay;
    private final Thread thread;

    /** What a transaction does besides its events. */
    @FunctionalInterface
    public interface Work {
        /** Works on the transaction's connection and leaves commit and close alone. */
        void on(Connection connection) throws SQLException;
    }

    /** Appends from now on, sends once it is started. The settings must name a topic. */
    public StandaloneOutbox(MessagingConfig config, DataSource dataSource) {
        database = new MessagingDatabase(dataSource);
        source = "/redress/" + config.service();
        var clients = new BrokerClients(config);
        var topic = new OwnTopic(config.topic().orElseThrow(), config.ownTopic(), clients);
        relay = new Relay(database.jdbi(), rows, config.relay(), topic, clients, waker, new RelayState(), this::count);
        thread = new Thread(relay, "relay-" + topic.name());
    }

    /** Starts the relay. */
    public void start() {
        thread.start();
    }

    /** How many events this relay has sent and marked as sent. */
    public long sent() {
        return sent.get();
    }

    /** Commits the work and the events in one transaction and wakes the relay. */
    public void commit(Work work, List<OutgoingEvent> events) throws SQLException {
        database.jdbi().<SQLException>useTransaction(handle -> {
            work.on(handle.getConnection());
            rows.append(handle, source, events);
        });
        int touched = Shards.NONE;
        for (OutgoingEvent event : events) {
            touched = Shards.with(touched, Shards.of(event.subject()));
        }
        waker.wake(touched);
    }

    private void count(List<Double> lateness) {
        sent.addAndGet(lateness.size());
    }

    /** Stops the relay after its round; what was not sent stays in the database. */
    @Override
    public void close() {
        relay.stop();
        try {
            thread.join(STOP.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
