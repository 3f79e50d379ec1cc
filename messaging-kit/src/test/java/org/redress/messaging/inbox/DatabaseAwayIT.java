package org.redress.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.junit.jupiter.api.Test;
import org.redress.infra.RedressInfra;
import org.redress.messaging.EventHandler;
import org.redress.messaging.IncomingEvent;
import org.redress.messaging.testkit.EventFeed;

/** The reader while its database refuses connections. */
@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
class DatabaseAwayIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    Library library;

    @Test
    void recordsWaitForTheDatabaseNothingIsParkedAndTheGroupKeepsItsMember() throws Exception {
        String topic = Library.newTopic(1, Map.of());
        var tries = new AtomicInteger();
        EventHandler handler = event -> {
            tries.incrementAndGet();
            library.note("patient", event);
        };
        var events = Library.events(1, 10);
        var run = library.start("patient", topic, handler, FailurePoints.NONE);
        feed(topic, List.of(events.get(0)));
        await().atMost(PATIENCE).until(() -> library.effects("patient").size() == 1);
        String member = member("patient");

        allowConnections(false);
        try {
            feed(topic, events.subList(1, 10));
            // Longer than the session timeout: a reader that did not poll would be thrown out.
            await().during(Duration.ofSeconds(8)).atMost(PATIENCE).until(() -> member.equals(member("patient")));
        } finally {
            allowConnections(true);
        }

        await().atMost(PATIENCE).until(() -> library.effects("patient").size() == 10);
        run.stop();
        assertThat(library.effects("patient"))
                .containsOnlyKeys(ids(events))
                .allSatisfy((id, times) -> assertThat(times).isEqualTo(1));
        assertThat(library.parkedReasons("patient")).isEmpty();
    }

    private static UUID[] ids(List<IncomingEvent> events) {
        return events.stream().map(IncomingEvent::id).toArray(UUID[]::new);
    }

    private static String member(String group) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", RedressInfra.bootstrapServers()))) {
            var groups = admin.describeConsumerGroups(List.of(group)).all().get();
            return groups.values().stream()
                    .flatMap(described -> described.members().stream())
                    .map(MemberDescription::consumerId)
                    .findFirst()
                    .orElse("none");
        }
    }

    private static void feed(String topic, List<IncomingEvent> events) {
        try (var feed = new EventFeed(RedressInfra.bootstrapServers(), topic)) {
            feed.send(events);
        }
    }

    private static void allowConnections(boolean allowed) throws SQLException {
        String database =
                RedressInfra.jdbcUrl().substring(RedressInfra.jdbcUrl().lastIndexOf('/') + 1);
        try (var connection = RedressInfra.postgres().connect();
                var statement = connection.createStatement()) {
            statement.execute("alter database " + database + " allow_connections " + allowed);
            if (!allowed) {
                statement.execute(
                        "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + database + "'");
            }
        }
    }
}
