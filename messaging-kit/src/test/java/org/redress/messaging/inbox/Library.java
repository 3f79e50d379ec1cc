package org.redress.messaging.inbox;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.redress.infra.RedressInfra;
import org.redress.messaging.BatchHandler;
import org.redress.messaging.EventHandler;
import org.redress.messaging.IncomingEvent;
import org.redress.messaging.MessagingConfig;
import org.redress.messaging.UnreadableEventException;
import org.redress.messaging.database.MessagingDatabase;
import org.redress.messaging.parked.ParkedRepository;
import org.redress.messaging.testkit.MessagingSettings;

/** A reading service of the test's own on a topic of its own: it counts in its database how often each event took effect. */
@Singleton
class Library {
    private final MessagingDatabase database;

    Library(DataSource dataSource) {
        database = new MessagingDatabase(dataSource);
        database.jdbi().useHandle(handle -> handle.execute("""
                        create table if not exists effect (
                            service text not null, event_id uuid not null, sequence bigint not null,
                            number bigint generated always as identity)"""));
    }

    /** One start of the service, to be stopped in order or to be left. */
    record Run(KafkaSubscriptions subscriptions) {
        void stop() {
            subscriptions.stop(new ShutdownEvent());
        }
    }

    Run start(String service, String topic, EventHandler handler, FailurePoints failurePoints) {
        return start(service, topic, handler, failurePoints, Map.of());
    }

    Run start(
            String service,
            String topic,
            EventHandler handler,
            FailurePoints failurePoints,
            Map<String, String> settings) {
        var subscriptions = subscriptions(config(service, settings), failurePoints);
        subscriptions.subscribe(topic, handler);
        return new Run(subscriptions);
    }

    /** The same for a reader that takes batches. */
    Run startInBatches(String service, String topic, BatchHandler handler, FailurePoints failurePoints) {
        var subscriptions = subscriptions(config(service, Map.of()), failurePoints);
        subscriptions.subscribeInBatches(topic, handler);
        return new Run(subscriptions);
    }

    KafkaSubscriptions subscriptions(MessagingConfig config, FailurePoints failurePoints) {
        return new KafkaSubscriptions(
                config,
                database,
                new InboxRepository(),
                new ParkedRepository(),
                new SimpleMeterRegistry(),
                failurePoints);
    }

    static MessagingConfig config(String service, Map<String, String> settings) {
        // The events of these tests have a fixed time, which must not grow too old with the years.
        var all = new HashMap<>(Map.of("consumer.inbox-retention", "P36500D", "consumer.longest-pause", "PT0.2S"));
        all.putAll(settings);
        return MessagingSettings.of(RedressInfra.bootstrapServers(), service, all);
    }

    /** Notes the effect, unless the payload is not what this reader understands. */
    EventHandler noting(String service) {
        return event -> {
            String text = new String(event.data(), StandardCharsets.UTF_8);
            if (!text.startsWith("{\"n\":")) {
                throw new UnreadableEventException("not the expected payload");
            }
            note(service, event);
        };
    }

    /** Notes a batch's effects in one statement. */
    BatchHandler notingTogether(String service) {
        return events -> database.jdbi()
                .useHandle(handle -> handle.createUpdate("""
                                insert into effect (service, event_id, sequence)
                                select :service, * from unnest(:ids, :sequences)""")
                        .bind("service", service)
                        .bindArray(
                                "ids",
                                UUID.class,
                                events.stream().map(IncomingEvent::id).toList())
                        .bindArray(
                                "sequences",
                                Long.class,
                                events.stream().map(IncomingEvent::sequence).toList())
                        .execute());
    }

    /** A subject's sequences in the order in which they took effect. */
    List<Long> sequences(String service) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select sequence from effect where service = :service order by number")
                        .bind("service", service)
                        .mapTo(Long.class)
                        .list());
    }

    void note(String service, IncomingEvent event) {
        database.jdbi()
                .useHandle(handle -> handle.createUpdate(
                                "insert into effect (service, event_id, sequence) values (:service, :id, :sequence)")
                        .bind("service", service)
                        .bind("id", event.id())
                        .bind("sequence", event.sequence())
                        .execute());
    }

    /** How often each event took effect. */
    Map<UUID, Integer> effects(String service) {
        var effects = new HashMap<UUID, Integer>();
        database.jdbi()
                .useHandle(handle -> handle.createQuery("select event_id from effect where service = :service")
                        .bind("service", service)
                        .mapTo(UUID.class)
                        .forEach(id -> effects.merge(id, 1, Integer::sum)));
        return effects;
    }

    List<String> parkedReasons(String service) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select reason from parked_record where consumer = :service and resolution is null order by id")
                        .bind("service", service)
                        .mapTo(String.class)
                        .list());
    }

    MessagingDatabase database() {
        return database;
    }

    static String newTopic(int partitions, Map<String, String> settings) {
        String topic = "library-" + UUID.randomUUID();
        try (var admin = Admin.create(Map.of("bootstrap.servers", RedressInfra.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1).configs(settings)))
                    .all()
                    .get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return topic;
    }

    static List<IncomingEvent> events(int subjects, int each) {
        var events = new ArrayList<IncomingEvent>();
        for (int n = 1; n <= each; n++) {
            for (int s = 0; s < subjects; s++) {
                events.add(event("book-" + s, n));
            }
        }
        return events;
    }

    static IncomingEvent event(String subject, long sequence) {
        return event(subject, sequence, Instant.parse("2026-11-20T10:00:00Z"));
    }

    static IncomingEvent event(String subject, long sequence, Instant time) {
        return new IncomingEvent(
                UUID.randomUUID(),
                "/redress/elsewhere",
                "org.example.book-borrowed.v1",
                subject,
                "town",
                sequence,
                time,
                ("{\"n\":" + sequence + "}").getBytes(StandardCharsets.UTF_8));
    }
}
