package org.redress.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.infra.RedressInfra;
import org.redress.messaging.IncomingEvent;
import org.redress.messaging.MessagingConfig;
import org.redress.messaging.OutgoingEvent;
import org.redress.messaging.fixture.OwnDatabase;
import org.redress.messaging.testkit.MessagingSettings;
import org.redress.messaging.testkit.TopicReader;

/** What the relay promises, with relays started by hand on a database and a topic of each test's own. */
class RelayIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static OwnDatabase own;
    private static Appends appends;
    private String topic;

    @BeforeAll
    static void createDatabase() throws SQLException {
        own = new OwnDatabase("relay_test");
        appends = new Appends(own.database());
    }

    @AfterAll
    static void closeDatabase() {
        own.close();
    }

    @BeforeEach
    void emptyTheOutbox() {
        topic = "relay-" + UUID.randomUUID();
        own.database().jdbi().useHandle(handle -> handle.execute("truncate outbox, outbox_sequence"));
    }

    /** Each relay stands still at its first record until all three have some, so that it is no chance who does a part. */
    @Test
    void threeRelaysAtOnceKeepEachSubjectsOrderAndSendNothingTwice() throws Exception {
        // Three claims of four leave four of the sixteen shards free: whoever comes last finds one with rows in it.
        var config = config(Map.of("relay.shards-at-once", "4", "relay.claim-timeout", "PT60S"));
        var allHaveSome = new CyclicBarrier(3);
        Pause meet = () -> allHaveSome.await(60, TimeUnit.SECONDS);
        appends.commit(oneForEachShard());
        try (var first = new RunningRelay(config, own.database(), pausing(config, meet));
                var second = new RunningRelay(config, own.database(), pausing(config, meet));
                var third = new RunningRelay(config, own.database(), pausing(config, meet))) {
            appends.commitAtOnce("book", 8, 500, 40);
            awaitAllSent();

            assertThat(sentSequences(false))
                    .hasSize(40 + Shards.COUNT)
                    .allSatisfy(
                            (subject, sequences) -> assertThat(sequences).isEqualTo(countingFromOne(sequences.size())));
            assertThat(first.lateness.size() + second.lateness.size() + third.lateness.size())
                    .isEqualTo(4000 + Shards.COUNT);
            assertThat(List.of(first, second, third))
                    .as("each relay did a part of the work")
                    .noneMatch(relay -> relay.lateness.isEmpty());
        }
    }

    @Test
    void lostDatabaseConnectionsMidSendLoseNothingAndKeepTheOrder() throws Exception {
        try (var first = relay(Map.of());
                var second = relay(Map.of())) {
            var writer = new Thread(() -> appendQuietly(4, 300, 20));
            writer.start();
            int kills = 0;
            while (writer.isAlive()) {
                kills += killRelaysInTheirTransactions();
                writer.join(20);
            }
            awaitAllSent();

            assertThat(kills).as("relays that lost their connection").isPositive();
            assertThat(first.state.reachable()).isTrue();
            assertThat(second.state.reachable()).isTrue();
            assertThat(sentSequences(true))
                    .allSatisfy(
                            (subject, sequences) -> assertThat(sequences).isEqualTo(countingFromOne(sequences.size())));
            assertThat(TopicReader.events(RedressInfra.bootstrapServers(), topic).stream()
                            .map(IncomingEvent::id)
                            .distinct())
                    .hasSize(1200);
        }
    }

    @Test
    void frozenRelayLosesItsClaimAndItsLateMarkChangesNothing() throws Exception {
        var quick = Map.of("relay.claim-timeout", "PT1S");
        var freezer = new CountDownLatch(1);
        var frozenConfig = config(quick);
        var frozen = new RunningRelay(frozenConfig, own.database(), pausing(frozenConfig, freezer::await));
        await().atMost(PATIENCE).until(frozen.state::reachable);
        appends.commit(List.of(Appends.event("book"), Appends.event("book")));
        frozen.waker.wake(Shards.ALL);
        await().atMost(PATIENCE).until(() -> relaysInTransaction() > 0);
        try (var healthy = relay(quick)) {
            awaitAllSent();
            var marks = sentMarks();
            freezer.countDown();
            await().atMost(PATIENCE).until(() -> arrivals("book") > 2);
            frozen.close();

            assertThat(healthy.state.reachable()).isTrue();
            assertThat(sentMarks()).as("when and how often each row was sent").isEqualTo(marks);
            assertThat(sentSequences(true)).isEqualTo(Map.of("book", List.of(1L, 2L)));
        }
    }

    @Test
    void rowTheBrokerRefusesIsParkedAndHoldsBackItsOwnSubjectOnly() {
        try (var relay = relay(Map.of())) {
            appends.commit(List.of(Appends.event("book"), Appends.event("book", 3_000_000), Appends.event("book")));
            appends.commit(List.of(Appends.event("other")));
            relay.waker.wake(Shards.ALL);

            await().atMost(PATIENCE).until(() -> count("parked_at is not null") == 1);
            await().atMost(PATIENCE).until(() -> count("sent_at is not null") == 2);
            assertThat(count("sent_at is null and parked_at is null"))
                    .as("held back")
                    .isEqualTo(1);
            assertThat(lastErrorOfParked()).startsWith("RecordTooLargeException");

            own.database()
                    .jdbi()
                    .useHandle(handle ->
                            handle.execute("update outbox set resolution = 'DISCARDED' where parked_at is not null"));
            await().atMost(PATIENCE).until(() -> count("sent_at is not null") == 3);
            assertThat(sentSequences(false)).isEqualTo(Map.of("book", List.of(1L, 3L), "other", List.of(1L)));
        }
    }

    @Test
    void wakeSendsAtOnceWithoutWaitingForTheFallbackPoll() {
        try (var relay = relay(Map.of("relay.fallback-poll", "PT60S"))) {
            await().atMost(PATIENCE).until(relay.state::reachable);
            for (int i = 0; i < 50; i++) {
                appends.commit(List.of(Appends.event("book-" + i)));
                relay.waker.wake(Shards.with(Shards.NONE, Shards.of("book-" + i)));
                int sent = i + 1;
                await().atMost(Duration.ofSeconds(10)).until(() -> count("sent_at is not null") == sent);
            }
            assertThat(relay.lateness.stream().sorted().toList().get(25))
                    .as("seconds from append to acknowledgement, median of 50")
                    .isLessThan(0.25);
        }
    }

    /** Each is appended as soon as the one before it has left: a relay that did not wait would have a round for each. */
    @Test
    void roundsOfARelayKeepTwentyMillisecondsBetweenThem() {
        try (var relay = relay(Map.of("relay.fallback-poll", "PT60S"))) {
            await().atMost(PATIENCE).until(relay.state::reachable);
            long begun = System.nanoTime();
            for (int sent = 1; sent <= 30; sent++) {
                int all = sent;
                appends.commit(List.of(Appends.event("book")));
                relay.waker.wake(Shards.with(Shards.NONE, Shards.of("book")));
                await().pollDelay(Duration.ZERO)
                        .pollInterval(Duration.ofMillis(1))
                        .atMost(PATIENCE)
                        .until(() -> count("sent_at is not null") == all);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(29 * 20));
        }
    }

    @Test
    void whatFollowsAClaimHasOnePlanUntilTheTransactionEnds() {
        own.database().jdbi().useHandle(handle -> {
            String within = handle.inTransaction(claiming -> {
                new OutboxRepository().claim(claiming, Shards.list(Shards.ALL), 4, Duration.ofSeconds(10));
                return planCacheMode(claiming);
            });
            assertThat(within).isEqualTo("force_generic_plan");
            assertThat(planCacheMode(handle)).isEqualTo("auto");
        });
    }

    @Test
    void wakeThatMeetsAnotherRelaysClaimIsNotLost() throws Exception {
        try (var relay = relay(Map.of("relay.fallback-poll", "PT60S"))) {
            await().atMost(PATIENCE).until(relay.state::reachable);
            own.database().jdbi().useTransaction(other -> {
                other.createQuery("select shard from outbox_shard for update")
                        .mapTo(Integer.class)
                        .list();
                appends.commit(List.of(Appends.event("book")));
                relay.waker.wake(Shards.with(Shards.NONE, Shards.of("book")));
                await().during(Duration.ofMillis(300))
                        .atMost(Duration.ofSeconds(5))
                        .until(() -> count("sent_at is not null") == 0);
            });
            await().atMost(Duration.ofSeconds(10)).until(() -> count("sent_at is not null") == 1);
        }
    }

    private RunningRelay relay(Map<String, String> settings) {
        return new RunningRelay(config(settings), own.database());
    }

    private MessagingConfig config(Map<String, String> settings) {
        var all = new HashMap<>(settings);
        all.put("topic", topic);
        return MessagingSettings.of(RedressInfra.bootstrapServers(), "library", all);
    }

    /** What a relay waits for before its first record, as a process does that was stopped. */
    private interface Pause {
        void end() throws InterruptedException, BrokenBarrierException, TimeoutException;
    }

    private static BrokerClients pausing(MessagingConfig config, Pause pause) {
        return new BrokerClients(config) {
            @Override
            Producer<String, byte[]> producer() {
                var first = new AtomicBoolean(true);
                return new KafkaProducer<>(producerSettings(), new StringSerializer(), new ByteArraySerializer()) {
                    @Override
                    public Future<RecordMetadata> send(ProducerRecord<String, byte[]> sent) {
                        try {
                            if (first.getAndSet(false)) {
                                pause.end();
                            }
                        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                            Thread.currentThread().interrupt();
                        }
                        return super.send(sent);
                    }
                };
            }
        };
    }

    private static void appendQuietly(int writers, int each, int subjects) {
        try {
            appends.commitAtOnce("book", writers, each, subjects);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static int killRelaysInTheirTransactions() {
        return own.database()
                .jdbi()
                .withHandle(
                        handle -> handle.createQuery("""
                        select count(pg_terminate_backend(l.pid)) from pg_locks l
                        where l.relation = 'outbox_shard'::regclass and l.mode = 'RowShareLock'
                          and l.pid <> pg_backend_pid()""").mapTo(Integer.class).one());
    }

    private static int relaysInTransaction() {
        return own.database()
                .jdbi()
                .withHandle(
                        handle -> handle.createQuery("""
                        select count(*) from pg_stat_activity
                        where application_name = 'relay_test' and state = 'idle in transaction'""").mapTo(Integer.class).one());
    }

    private static long count(String condition) {
        return own.database()
                .jdbi()
                .withHandle(handle -> handle.createQuery("select count(*) from outbox where " + condition)
                        .mapTo(Long.class)
                        .one());
    }

    private static String planCacheMode(Handle handle) {
        return handle.createQuery("show plan_cache_mode").mapTo(String.class).one();
    }

    private static List<OutgoingEvent> oneForEachShard() {
        var events = new ArrayList<OutgoingEvent>();
        int covered = Shards.NONE;
        for (int n = 0; covered != Shards.ALL; n++) {
            String subject = "shelf-" + n;
            if (Shards.with(covered, Shards.of(subject)) != covered) {
                covered = Shards.with(covered, Shards.of(subject));
                events.add(Appends.event(subject));
            }
        }
        return events;
    }

    private static String lastErrorOfParked() {
        return own.database()
                .jdbi()
                .withHandle(handle -> handle.createQuery("select last_error from outbox where parked_at is not null")
                        .mapTo(String.class)
                        .one());
    }

    private static List<String> sentMarks() {
        return own.database()
                .jdbi()
                .withHandle(handle -> handle.createQuery("select sent_at || ' ' || attempts from outbox order by id")
                        .mapTo(String.class)
                        .list());
    }

    private static void awaitAllSent() {
        await().atMost(PATIENCE).until(() -> count("sent_at is null") == 0);
    }

    /** Per subject the sequences in the order in which they lie on the topic. */
    private Map<String, List<Long>> sentSequences(boolean firstOnly) {
        var seen = new HashSet<UUID>();
        var sequences = new HashMap<String, List<Long>>();
        for (IncomingEvent event : TopicReader.events(RedressInfra.bootstrapServers(), topic)) {
            if (seen.add(event.id()) || !firstOnly) {
                sequences
                        .computeIfAbsent(event.subject(), s -> new ArrayList<>())
                        .add(event.sequence());
            }
        }
        return sequences;
    }

    private int arrivals(String subject) {
        return sentSequences(false).getOrDefault(subject, List.of()).size();
    }

    private static List<Long> countingFromOne(int count) {
        var numbers = new ArrayList<Long>();
        for (long n = 1; n <= count; n++) {
            numbers.add(n);
        }
        return numbers;
    }
}
