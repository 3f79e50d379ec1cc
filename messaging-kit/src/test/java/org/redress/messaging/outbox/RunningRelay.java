package org.redress.messaging.outbox;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.redress.messaging.MessagingConfig;
import org.redress.messaging.database.MessagingDatabase;

/** One relay on a thread of its own, as one instance of a service has it. */
final class RunningRelay implements AutoCloseable {
    final RelayWaker waker = new RelayWaker();
    final RelayState state = new RelayState();
    final List<Double> lateness = new CopyOnWriteArrayList<>();
    private final Relay relay;
    private final Thread thread;

    RunningRelay(MessagingConfig config, MessagingDatabase database) {
        this(config, database, new BrokerClients(config));
    }

    RunningRelay(MessagingConfig config, MessagingDatabase database, BrokerClients clients) {
        var topic = new OwnTopic(config.topic().orElseThrow(), config.ownTopic(), clients);
        relay = new Relay(
                database.jdbi(),
                new OutboxRepository(),
                config.relay(),
                topic,
                clients,
                waker,
                state,
                lateness::addAll);
        thread = new Thread(relay, "relay-under-test");
        thread.start();
    }

    /** Stops it and returns when its thread has ended. */
    @Override
    public void close() {
        relay.stop();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
