package org.redress.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.redress.infra.RedressInfra;
import org.redress.messaging.BatchHandler;
import org.redress.messaging.IncomingEvent;
import org.redress.messaging.ParkedRecord;
import org.redress.messaging.ParkedRecords;
import org.redress.messaging.ParkedRecords.Replay;
import org.redress.messaging.Subscriptions;
import org.redress.messaging.UnreadableEventException;
import org.redress.messaging.inbox.FailurePoints.Point;
import org.redress.messaging.testkit.EventFeed;
import org.redress.messaging.testkit.PlannedFailures;

/** A handler that takes batches is promised what a handler of single events is promised. */
@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
class BatchReadingIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long SEED = 20261122;

    @Inject
    Library library;

    @Inject
    Subscriptions subscriptions;

    @Inject
    ParkedRecords parked;

    @Test
    void whatWaitsComesTogetherInOrderAndOnce() {
        String topic = Library.newTopic(1, Map.of());
        var events = Library.events(1, 150);
        var sizes = new CopyOnWriteArrayList<Integer>();
        var noting = library.notingTogether("together");
        feed(topic, events);

        var run = library.startInBatches(
                "together",
                topic,
                batch -> {
                    sizes.add(batch.size());
                    noting.handle(batch);
                },
                FailurePoints.NONE);
        awaitEach("together", events);
        run.stop();

        assertThat(library.sequences("together"))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 150).boxed().toList());
        assertThat(sizes).as("calls for 150 events that were waiting").hasSizeLessThan(10);
    }

    @Test
    void noEventComesTwiceInABatchOrInTwoBatches() {
        String topic = Library.newTopic(4, Map.of());
        var events = Library.events(20, 25);
        var doubled = new AtomicBoolean();
        var noting = library.notingTogether("batch-doubled");
        BatchHandler handler = batch -> {
            var ids = new HashSet<UUID>();
            doubled.compareAndSet(false, !batch.stream().allMatch(event -> ids.add(event.id())));
            noting.handle(batch);
        };
        var run = library.startInBatches("batch-doubled", topic, handler, FailurePoints.NONE);
        var random = new Random(SEED);

        feed(topic, EventFeed.shuffled(EventFeed.twice(events), random));
        feed(topic, EventFeed.interleaved(events, random));

        awaitEach("batch-doubled", events);
        run.stop();
        assertThat(doubled).isFalse();
        assertOnce("batch-doubled", events);
    }

    @ParameterizedTest
    @EnumSource(Point.class)
    void failureAtAnyStepNeitherLosesNorDoubles(Point point) {
        String service = "batch-failing-" + point;
        String topic = Library.newTopic(2, Map.of());
        var events = Library.events(5, 20);
        var failures = new PlannedFailures();
        failures.failAt(point, 3);
        feed(topic, events);
        var run = library.startInBatches(service, topic, library.notingTogether(service), failures);

        awaitEach(service, events);
        var late = Library.events(5, 1);
        feed(topic, late);
        awaitEach(service, late);
        run.stop();

        assertThat(failures.failed()).isPositive();
        assertOnce(service, events);
        assertThat(library.parkedReasons(service)).isEmpty();
    }

    @Test
    void oneBadEventIsParkedAndItsBatchTakesEffectInOrder() {
        String topic = Library.newTopic(1, Map.of());
        var events = Library.events(1, 30);
        var unreadable = events.get(4);
        var failing = events.get(11);
        var noting = library.notingTogether("batch-stubborn");
        BatchHandler handler = batch -> {
            noting.handle(batch);
            for (IncomingEvent event : batch) {
                if (event.id().equals(unreadable.id())) {
                    throw new UnreadableEventException("planned");
                }
                if (event.id().equals(failing.id())) {
                    throw new IllegalStateException("planned, with a phone number 13800000000");
                }
            }
        };
        feed(topic, events);
        var run = library.startInBatches("batch-stubborn", topic, handler, FailurePoints.NONE);

        await().atMost(PATIENCE)
                .until(() -> library.parkedReasons("batch-stubborn").size() == 2
                        && library.effects("batch-stubborn").size() == 28);
        run.stop();

        var good = LongStream.rangeClosed(1, 30)
                .filter(n -> n != 5 && n != 12)
                .boxed()
                .toList();
        assertThat(library.sequences("batch-stubborn")).containsExactlyElementsOf(good);
        assertThat(library.parkedReasons("batch-stubborn").get(0)).isEqualTo("unreadable: planned");
        assertThat(library.parkedReasons("batch-stubborn").get(1))
                .startsWith("the handler failed: java.lang.IllegalStateException at ")
                .doesNotContain("13800000000");
    }

    @Test
    void recordsWithoutAnEventAndTooOldOnesAreParkedAndReachNoHandlerUntilTheyAreReplayed() {
        String topic = Library.newTopic(1, Map.of());
        var old = Library.event("book-0", 1, Instant.parse("1800-01-01T00:00:00Z"));
        var events = Library.events(1, 5);
        var seen = new CopyOnWriteArrayList<UUID>();
        var noting = library.notingTogether("batch-old");
        BatchHandler handler = batch -> {
            batch.forEach(event -> seen.add(event.id()));
            noting.handle(batch);
        };
        var run = library.startInBatches("batch-old", topic, handler, FailurePoints.NONE);

        try (var feed = new EventFeed(RedressInfra.bootstrapServers(), topic)) {
            feed.sendRecords(List.of(new ProducerRecord<>(topic, "k", "no headers".getBytes(StandardCharsets.UTF_8))));
            feed.send(List.of(old));
            feed.send(events);
        }
        awaitEach("batch-old", events);
        await().atMost(PATIENCE).until(() -> library.parkedReasons("batch-old").size() == 2);
        run.stop();
        assertThat(seen).doesNotContain(old.id());

        subscriptions.subscribeInBatches(topic, library.notingTogether("batch-old"));
        assertThat(parked.replay(parkedIdOf(old), "ops-1")).isEqualTo(Replay.DONE);
        assertThat(library.effects("batch-old")).containsEntry(old.id(), 1);
    }

    @Test
    void stopFinishesTheBatchInHandAndLosesNothing() throws Exception {
        String topic = Library.newTopic(1, Map.of());
        var events = Library.events(1, 500);
        var reached = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var noting = library.notingTogether("batch-stopped");
        var first = new ArrayList<Integer>();
        BatchHandler slow = batch -> {
            noting.handle(batch);
            first.add(batch.size());
            reached.countDown();
            goOn.await();
        };
        feed(topic, events);
        var run = library.startInBatches("batch-stopped", topic, slow, FailurePoints.NONE);
        reached.await();
        var stopper = new Thread(run::stop);
        stopper.start();
        await().atMost(PATIENCE).until(() -> stopper.getState() == Thread.State.TIMED_WAITING);
        goOn.countDown();
        stopper.join();

        assertThat(first).as("batches of the first run").hasSize(1);
        assertThat(library.effects("batch-stopped")).hasSize(first.get(0));
        var again = library.startInBatches(
                "batch-stopped", topic, library.notingTogether("batch-stopped"), FailurePoints.NONE);
        awaitEach("batch-stopped", events);
        again.stop();
        assertOnce("batch-stopped", events);
        assertThat(library.parkedReasons("batch-stopped")).isEmpty();
    }

    private UUID parkedIdOf(IncomingEvent event) {
        return parked.list("town", null, 100).stream()
                .filter(found -> event.id().equals(found.eventId()))
                .map(ParkedRecord::id)
                .findFirst()
                .orElseThrow();
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
}
