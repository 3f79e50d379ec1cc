package org.redress.messaging.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.redress.messaging.MessagingConfig;
import org.redress.messaging.database.MessagingDatabase;

/** Runs this instance's relay from start to stop, when the service has a topic of its own. */
@Singleton
class RelayRunner {
    private static final Logger LOG = Logger.getLogger(RelayRunner.class);
    private static final Duration STOP = Duration.ofSeconds(20);
    private static final int LATE = 2000;

    private final MessagingConfig config;
    private final MessagingDatabase database;
    private final OutboxRepository rows;
    private final RelayWaker waker;
    private final RelayState state;
    private final Timer lateness;
    private @Nullable Relay relay;
    private @Nullable Thread thread;

    RelayRunner(
            MessagingConfig config,
            MessagingDatabase database,
            OutboxRepository rows,
            RelayWaker waker,
            RelayState state,
            MeterRegistry meters) {
        this.config = config;
        this.database = database;
        this.rows = rows;
        this.waker = waker;
        this.state = state;
        this.lateness = Timer.builder("relay.lateness")
                .description("From an event's time to the broker's acknowledgement")
                .publishPercentileHistogram()
                .register(meters);
    }

    void start(@Observes StartupEvent event) {
        config.topic().ifPresent(this::startRelay);
    }

    /** After the consumers, whose last handlers may still append. */
    void stop(@Observes @Priority(LATE) ShutdownEvent event) {
        var running = thread;
        if (relay == null || running == null) {
            return;
        }
        relay.stop();
        try {
            running.join(STOP.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (running.isAlive()) {
            LOG.warn("The relay did not stop in time; its transaction is rolled back with its connection");
        }
    }

    private void startRelay(String topicName) {
        var clients = new BrokerClients(config);
        var topic = new OwnTopic(topicName, config.ownTopic(), clients);
        relay = new Relay(database.jdbi(), rows, config.relay(), topic, clients, waker, state, this::record);
        thread = new Thread(relay, "relay-" + topicName);
        thread.setDaemon(true);
        thread.start();
    }

    private void record(List<Double> seconds) {
        seconds.forEach(s -> lateness.record((long) (s * 1_000_000), TimeUnit.MICROSECONDS));
    }
}
