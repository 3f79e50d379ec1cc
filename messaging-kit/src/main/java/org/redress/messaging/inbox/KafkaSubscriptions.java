package org.redress.messaging.inbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.redress.messaging.BatchHandler;
import org.redress.messaging.EventHandler;
import org.redress.messaging.MessagingConfig;
import org.redress.messaging.Subscriptions;
import org.redress.messaging.database.MessagingDatabase;
import org.redress.messaging.parked.ParkedRepository;

/** One reading loop a topic, from its subscription until the application stops. Thread-safe. */
@Singleton
public class KafkaSubscriptions implements Subscriptions {
    private static final Logger LOG = Logger.getLogger(KafkaSubscriptions.class);
    private static final Duration STOP = Duration.ofSeconds(20);
    private static final int EARLY = 100;

    private record Reader(BatchHandler handler, ReadingLoop loop, Thread thread, ReadingState state) {}

    private final MessagingConfig config;
    private final MessagingDatabase database;
    private final InboxRepository inbox;
    private final ParkedRepository parked;
    private final MeterRegistry meters;
    private final FailurePoints failurePoints;
    private final Map<String, Reader> readers = new LinkedHashMap<>();
    private boolean stopped;

    @Inject
    KafkaSubscriptions(
            MessagingConfig config,
            MessagingDatabase database,
            InboxRepository inbox,
            ParkedRepository parked,
            MeterRegistry meters,
            Instance<FailurePoints> failurePoints) {
        this(
                config,
                database,
                inbox,
                parked,
                meters,
                failurePoints.isResolvable() ? failurePoints.get() : FailurePoints.NONE);
    }

    KafkaSubscriptions(
            MessagingConfig config,
            MessagingDatabase database,
            InboxRepository inbox,
            ParkedRepository parked,
            MeterRegistry meters,
            FailurePoints failurePoints) {
        this.config = config;
        this.database = database;
        this.inbox = inbox;
        this.parked = parked;
        this.meters = meters;
        this.failurePoints = failurePoints;
    }

    @Override
    public void subscribe(String topic, EventHandler handler) {
        read(topic, Reading.oneByOne(handler));
    }

    @Override
    public void subscribeInBatches(String topic, BatchHandler handler) {
        read(topic, Reading.together(handler));
    }

    private synchronized void read(String topic, Reading reading) {
        if (stopped) {
            throw new IllegalStateException("the application is stopping");
        }
        if (readers.containsKey(topic)) {
            throw new IllegalStateException("the topic has a handler already: " + topic);
        }
        var state = new ReadingState(topic);
        var transaction = new EventTransaction(config, database, inbox, parked, reading, failurePoints);
        var clients = new ConsumerClients(config);
        var loop = new ReadingLoop(
                topic, () -> clients.consumer(topic), transaction, config.consumer(), failurePoints, state);
        Gauge.builder("consumer.lag", state, ReadingState::lag)
                .tag("topic", topic)
                .description("Records written and not read yet")
                .register(meters);
        var thread = new Thread(loop, "reader-" + topic);
        thread.setDaemon(true);
        readers.put(topic, new Reader(reading.handler(), loop, thread, state));
        thread.start();
    }

    /** How each topic's reading stands. */
    public synchronized List<ReadingState> states() {
        return readers.values().stream().map(Reader::state).toList();
    }

    synchronized Optional<BatchHandler> handlerOf(String topic) {
        return Optional.ofNullable(readers.get(topic)).map(Reader::handler);
    }

    /** Before the relay, so that events of the last handlers are still sent. */
    void stop(@Observes @Priority(EARLY) ShutdownEvent event) {
        List<Reader> running;
        synchronized (this) {
            stopped = true;
            running = new ArrayList<>(readers.values());
        }
        running.forEach(reader -> reader.loop().stop());
        running.forEach(KafkaSubscriptions::join);
    }

    private static void join(Reader reader) {
        try {
            reader.thread().join(STOP.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (reader.thread().isAlive()) {
            LOG.warnf(
                    "Reading %s did not stop in time; what it does is rolled back and read again",
                    reader.state().topic());
        }
    }
}
