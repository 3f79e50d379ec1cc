package org.redress.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.redress.infra.EmbeddedKafka;
import org.redress.infra.FreePorts;
import org.redress.messaging.IncomingEvent;
import org.redress.messaging.fixture.OwnDatabase;
import org.redress.messaging.testkit.MessagingSettings;
import org.redress.messaging.testkit.TopicReader;

/** The relay while its broker, one of this test's own, is away. */
class BrokerOutageIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void eventsWaitWhileTheBrokerIsAwayAndArriveInOrderAfterwards() throws Exception {
        Path dir = Files.createTempDirectory(Path.of("target"), "outage");
        int port = FreePorts.next();
        var config = MessagingSettings.of("localhost:" + port, "library", Map.of("topic", "outage"));
        try (var own = new OwnDatabase("outage_test");
                var relay = new RunningRelay(config, own.database())) {
            var appends = new Appends(own.database());
            appends.commit(List.of(Appends.event("book")));
            var broker = EmbeddedKafka.start(dir, port);
            await().atMost(PATIENCE).until(() -> unsent(own) == 0);

            broker.close();
            appends.commit(List.of(Appends.event("book"), Appends.event("book")));
            relay.waker.wake(Shards.ALL);
            await().atMost(PATIENCE).until(() -> !relay.state.reachable());
            appends.commit(List.of(Appends.event("book")));
            assertThat(unsent(own)).as("events that wait").isEqualTo(3);
            assertThat(openTransactions(own))
                    .as("transactions held open while the broker is away")
                    .isZero();

            try (var again = EmbeddedKafka.start(dir, port)) {
                await().atMost(PATIENCE).until(() -> unsent(own) == 0);
                assertThat(TopicReader.events(again.bootstrapServers(), "outage"))
                        .extracting(IncomingEvent::sequence)
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(1, 4).boxed().toList());
            }
        }
    }

    private static long unsent(OwnDatabase own) {
        return own.database()
                .jdbi()
                .withHandle(handle -> handle.createQuery("select count(*) from outbox where sent_at is null")
                        .mapTo(Long.class)
                        .one());
    }

    private static long openTransactions(OwnDatabase own) {
        return own.database()
                .jdbi()
                .withHandle(handle -> handle.createQuery("""
                        select count(*) from pg_stat_activity
                        where application_name = 'outage_test' and state = 'idle in transaction'""").mapTo(Long.class).one());
    }
}
