package org.redress.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.redress.infra.RedressInfra;
import org.redress.messaging.EventHandler;
import org.redress.messaging.IncomingEvent;
import org.redress.messaging.inbox.FailurePoints.Point;
import org.redress.messaging.testkit.EventFeed;
import org.redress.messaging.testkit.PlannedFailures;

/** Each event takes effect once, whatever the channel and the reader go through. */
@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
class ReadingIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long SEED = 20261122;

    @Inject
    Library library;

    @Test
    void doubledAndShuffledEventsTakeEffectOnce() {
        String topic = Library.newTopic(4, Map.of());
        var events = Library.events(20, 25);
        var run = library.start("doubled", topic, library.noting("doubled"), FailurePoints.NONE);
        var random = new Random(SEED);

        feed(topic, EventFeed.shuffled(EventFeed.twice(events), random));
        feed(topic, EventFeed.interleaved(events, random));

        awaitEach("doubled", events);
        run.stop();
        assertOnce("doubled", events);
    }

    @ParameterizedTest
    @EnumSource(Point.class)
    void failureAtAnyStepNeitherLosesNorDoubles(Point point) {
        String service = "failing-" + point;
        String topic = Library.newTopic(2, Map.of());
        var events = Library.events(5, 20);
        var failures = new PlannedFailures();
        failures.failAt(point, 3);
        var run = library.start(service, topic, library.noting(service), failures);

        feed(topic, events);

        awaitEach(service, events);
        await().atMost(PATIENCE).until(() -> failures.failed() == 3);
        run.stop();
        assertOnce(service, events);
        assertThat(library.parkedReasons(service)).isEmpty();
    }

    @Test
    void groupResetToOffsetZeroChangesNothing() throws Exception {
        String topic = Library.newTopic(3, Map.of());
        var events = Library.events(10, 20);
        var first = library.start("reset", topic, library.noting("reset"), FailurePoints.NONE);
        feed(topic, events);
        awaitEach("reset", events);
        first.stop();

        resetToZero("reset", topic, 3);
        var marker = List.of(Library.event("marker", 1));
        var readAgain = new AtomicInteger();
        FailurePoints counting = point -> readAgain.addAndGet(point == Point.BEFORE_OFFSET_COMMIT ? 1 : 0);
        var second = library.start("reset", topic, library.noting("reset"), counting);
        feed(topic, marker);
        awaitEach("reset", marker);
        await().atMost(PATIENCE).until(() -> lag("reset", 3) == 0);
        second.stop();

        assertThat(readAgain.get()).as("transactions of the second run").isPositive();
        assertOnce("reset", events);
        assertThat(library.effects("reset")).hasSize(201);
    }

    @Test
    void offsetsThatCouldNotBeCommittedAreCommittedThoughNothingMoreComes() throws Exception {
        String topic = Library.newTopic(1, Map.of());
        var tries = new AtomicInteger();
        FailurePoints rebalancing = point -> {
            if (point == Point.BEFORE_OFFSET_COMMIT && tries.incrementAndGet() == 1) {
                throw new RebalanceInProgressException("planned");
            }
        };
        var only = List.of(Library.event("only", 1));
        feed(topic, only);
        var reader = library.start("committed-late", topic, library.noting("committed-late"), rebalancing);
        awaitEach("committed-late", only);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(lag("committed-late", 1)).isZero());
        assertThat(tries).hasValue(2);
        assertOnce("committed-late", only);
        reader.stop();
    }

    @Test
    void stopInTheMiddleFinishesTheRecordInHandAndLosesAndParksNothing() throws Exception {
        String topic = Library.newTopic(1, Map.of());
        var events = Library.events(1, 150);
        var reached = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        EventHandler slow = event -> {
            library.note("stopped", event);
            if (event.sequence() == 70) {
                reached.countDown();
                goOn.await();
            }
        };
        feed(topic, events);
        var first = library.start("stopped", topic, slow, FailurePoints.NONE);
        reached.await();
        var stopper = new Thread(first::stop);
        stopper.start();
        await().atMost(PATIENCE).until(() -> stopper.getState() == Thread.State.TIMED_WAITING);
        goOn.countDown();
        stopper.join();
        int handledBefore = library.effects("stopped").size();

        var second = library.start("stopped", topic, library.noting("stopped"), FailurePoints.NONE);
        awaitEach("stopped", events);
        second.stop();

        assertThat(handledBefore).as("events done when the first run ended").isEqualTo(70);
        assertOnce("stopped", events);
        assertThat(library.parkedReasons("stopped")).isEmpty();
    }

    @Test
    void recordThatKeepsFailingIsParkedAndTheOthersGoOn() {
        String topic = Library.newTopic(1, Map.of());
        var events = Library.events(1, 30);
        var bad = events.get(11);
        var noting = library.noting("stubborn");
        EventHandler failing = event -> {
            if (event.id().equals(bad.id())) {
                throw new IllegalStateException("planned, with a phone number 13800000000");
            }
            noting.handle(event);
        };
        var run = library.start("stubborn", topic, failing, FailurePoints.NONE);

        feed(topic, events);

        var good = events.stream().filter(event -> !event.id().equals(bad.id())).toList();
        awaitEach("stubborn", good);
        await().atMost(PATIENCE).until(() -> !library.parkedReasons("stubborn").isEmpty());
        run.stop();
        assertThat(library.effects("stubborn")).hasSize(29);
        assertThat(library.parkedReasons("stubborn"))
                .singleElement()
                .asString()
                .startsWith("the handler failed: java.lang.IllegalStateException at ")
                .doesNotContain("13800000000");
    }

    @Test
    void twoInstancesShareTheTopicAndOneGoesAway() {
        String topic = Library.newTopic(4, Map.of());
        var events = Library.events(40, 50);
        var first = library.start("shared", topic, library.noting("shared"), FailurePoints.NONE);
        var second = library.start("shared", topic, library.noting("shared"), FailurePoints.NONE);
        await().atMost(PATIENCE).until(() -> partitions(first) == 2 && partitions(second) == 2);

        feed(topic, events.subList(0, 1000));
        first.stop();
        feed(topic, events.subList(1000, 2000));

        awaitEach("shared", events);
        second.stop();
        assertOnce("shared", events);
    }

    private static int partitions(Library.Run run) {
        return run.subscriptions().states().get(0).partitions();
    }

    private static void feed(String topic, List<IncomingEvent> events) {
        try (var feed = new EventFeed(RedressInfra.bootstrapServers(), topic)) {
            feed.send(events);
        }
    }

    private void awaitEach(String service, List<IncomingEvent> events) {
        var ids = events.stream().map(IncomingEvent::id).collect(Collectors.toSet());
        await().atMost(PATIENCE).until(() -> library.effects(service).keySet().containsAll(ids));
    }

    private void assertOnce(String service, List<IncomingEvent> events) {
        var effects = library.effects(service);
        assertThat(events).allSatisfy(event -> assertThat(effects).containsEntry(event.id(), 1));
    }

    private static void resetToZero(String group, String topic, int partitions) throws Exception {
        try (var admin = admin()) {
            var zero = new HashMap<TopicPartition, OffsetAndMetadata>();
            for (int p = 0; p < partitions; p++) {
                zero.put(new TopicPartition(topic, p), new OffsetAndMetadata(0));
            }
            admin.alterConsumerGroupOffsets(group, zero).all().get();
        }
    }

    private static long lag(String group, int partitions) throws ExecutionException, InterruptedException {
        try (var admin = admin()) {
            var committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            assertThat(committed).hasSize(partitions);
            long read = committed.values().stream()
                    .mapToLong(OffsetAndMetadata::offset)
                    .sum();
            Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
            committed.keySet().forEach(partition -> latest.put(partition, OffsetSpec.latest()));
            return admin.listOffsets(latest).all().get().values().stream()
                            .mapToLong(end -> end.offset())
                            .sum()
                    - read;
        }
    }

    private static Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", RedressInfra.bootstrapServers()));
    }
}
