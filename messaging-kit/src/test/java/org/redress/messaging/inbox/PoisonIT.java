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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.redress.infra.RedressInfra;
import org.redress.messaging.EventHandler;
import org.redress.messaging.IncomingEvent;
import org.redress.messaging.ParkedRecord;
import org.redress.messaging.ParkedRecords;
import org.redress.messaging.ParkedRecords.Replay;
import org.redress.messaging.Subscriptions;
import org.redress.messaging.UnreadableEventException;
import org.redress.messaging.envelope.EnvelopeCodec;
import org.redress.messaging.testkit.EventFeed;

/** Bad records are set aside with their reason, and the good ones around them go on. */
@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
class PoisonIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int BROKER_LIMIT = 3 * 1024 * 1024;

    @Inject
    Library library;

    @Inject
    ParkedRecords parked;

    @Inject
    Subscriptions subscriptions;

    @Test
    void everyKindOfPoisonIsParkedWithItsReasonAndTheGoodOnesGoOn() {
        String topic = topic();
        var good = Library.events(1, 20);
        var poison = poison(topic);
        var run = library.start("poisoned", topic, library.noting("poisoned"), FailurePoints.NONE);

        try (var feed = new EventFeed(RedressInfra.bootstrapServers(), topic)) {
            var records = new ArrayList<ProducerRecord<String, byte[]>>();
            var kinds = new ArrayList<>(poison.values());
            for (int i = 0; i < good.size(); i++) {
                if (i < kinds.size()) {
                    records.add(kinds.get(i));
                }
                records.add(EnvelopeCodec.write(topic, good.get(i)));
            }
            feed.sendRecords(records);
        }

        await().atMost(PATIENCE).until(() -> library.effects("poisoned").size() == good.size());
        run.stop();
        assertThat(library.parkedReasons("poisoned")).containsExactlyInAnyOrderElementsOf(poison.keySet());
    }

    @Test
    void largeRecordIsKeptInPartAndSaysSo() {
        String topic = topic();
        EventHandler refusing = event -> {
            throw new UnreadableEventException("too large for me");
        };
        var large = withData(Library.event("book", 1), new byte[2 * 1024 * 1024]);
        var run = library.start("large", topic, refusing, FailurePoints.NONE);
        feed(topic, large);

        await().atMost(PATIENCE).until(() -> library.parkedReasons("large").size() == 1);
        run.stop();
        var found = only("large");
        assertThat(found.truncated()).isTrue();
        assertThat(found.size()).isEqualTo(2 * 1024 * 1024);
        assertThat(parked.payload(found.id()).orElseThrow()).hasSize(1024 * 1024);
        assertThat(parked.replay(found.id(), "ops-1")).isEqualTo(Replay.TRUNCATED);
    }

    @Test
    void eventTooOldToBeProvenNewIsParkedAndAReplayHandlesIt() {
        String topic = topic();
        var old = Library.event("book", 1, Instant.parse("2020-01-01T00:00:00Z"));
        var settings = Map.of("consumer.inbox-retention", "P365D");
        var run = library.start("old", topic, library.noting("old"), FailurePoints.NONE, settings);
        feed(topic, old);
        await().atMost(PATIENCE).until(() -> library.parkedReasons("old").size() == 1);
        run.stop();
        assertThat(library.effects("old")).isEmpty();

        // Replays go through the handlers of this application.
        subscriptions.subscribe(topic, library.noting("old"));
        var found = only("old");
        assertThat(found.platform()).isEqualTo("town");
        assertThat(found.eventId()).isEqualTo(old.id());
        assertThat(parked.replay(found.id(), "ops-1")).isEqualTo(Replay.DONE);
        assertThat(library.effects("old")).isEqualTo(Map.of(old.id(), 1));
        assertThat(parked.replay(found.id(), "ops-1")).isEqualTo(Replay.NOT_FOUND);
        assertThat(resolution(found.id())).isEqualTo("REPLAYED by ops-1");
    }

    @Test
    void replayThatFailsStaysParkedAndADiscardTakesItOff() {
        String topic = topic();
        var unreadable = new ProducerRecord<String, byte[]>(topic, "k", "no headers".getBytes(StandardCharsets.UTF_8));
        var run = library.start("discarding", topic, library.noting("discarding"), FailurePoints.NONE);
        try (var feed = new EventFeed(RedressInfra.bootstrapServers(), topic)) {
            feed.sendRecords(List.of(unreadable));
        }
        await().atMost(PATIENCE).until(() -> library.parkedReasons("discarding").size() == 1);
        run.stop();
        subscriptions.subscribe(topic, library.noting("discarding"));

        var found = only("discarding");
        assertThat(found.platform()).isNull();
        assertThat(parked.replay(found.id(), "ops-1")).isEqualTo(Replay.FAILED);
        assertThat(parked.find(found.id()).orElseThrow().attempts()).isEqualTo(2);
        assertThat(parked.list("anybody", null, 100))
                .extracting(ParkedRecord::id)
                .contains(found.id());
        assertThat(parked.discard(found.id(), "ops-1", "a test's rubbish")).isTrue();
        assertThat(parked.discard(found.id(), "ops-1", "again")).isFalse();
        assertThat(parked.find(found.id())).isEmpty();
        assertThat(resolution(found.id())).isEqualTo("DISCARDED by ops-1");
    }

    /** By the reason it is to be parked with. */
    private static Map<String, ProducerRecord<String, byte[]>> poison(String topic) {
        var kinds = new LinkedHashMap<String, ProducerRecord<String, byte[]>>();
        kinds.put("unreadable: the value is empty", withValue(topic, new byte[0]));
        kinds.put(
                "unreadable: the headers are not a CloudEvents 1.0 envelope in binary mode: UNKNOWN_ENCODING",
                new ProducerRecord<>(topic, "book-0", "{}".getBytes(StandardCharsets.UTF_8)));
        kinds.put(
                "unreadable: the headers are not a CloudEvents 1.0 envelope in binary mode: INVALID_SPEC_VERSION",
                with(topic, "ce_specversion", "9.9"));
        kinds.put("unreadable: the attribute id is not a UUID", with(topic, "ce_id", "17"));
        kinds.put("unreadable: the attribute time is missing", with(topic, "ce_time", null));
        kinds.put("unreadable: the attribute platform is missing", with(topic, "ce_platform", null));
        kinds.put("unreadable: the attribute subject is missing", with(topic, "ce_subject", null));
        kinds.put("unreadable: the attribute sequence is not a number from 1", with(topic, "ce_sequence", "-1"));
        kinds.put(
                "unreadable: the attribute type is empty, longer than 200 or not printable",
                with(topic, "ce_type", "\u0000".repeat(3)));
        kinds.put("unreadable: not the expected payload", withValue(topic, filled(1024 * 1024 - 1024)));
        return kinds;
    }

    private static ProducerRecord<String, byte[]> with(String topic, String header, @Nullable String value) {
        var kafkaRecord = EnvelopeCodec.write(topic, Library.event("book-0", 1));
        kafkaRecord.headers().remove(header);
        if (value != null) {
            kafkaRecord.headers().add(header, value.getBytes(StandardCharsets.UTF_8));
        }
        return kafkaRecord;
    }

    private static ProducerRecord<String, byte[]> withValue(String topic, byte[] value) {
        var whole = EnvelopeCodec.write(topic, Library.event("book-0", 1));
        return new ProducerRecord<>(topic, null, whole.key(), value, whole.headers());
    }

    private static byte[] filled(int size) {
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, (byte) 'x');
        return bytes;
    }

    private static IncomingEvent withData(IncomingEvent event, byte[] data) {
        return new IncomingEvent(
                event.id(),
                event.source(),
                event.type(),
                event.subject(),
                event.platform(),
                event.sequence(),
                event.time(),
                data);
    }

    private static String topic() {
        return Library.newTopic(1, Map.of("max.message.bytes", Integer.toString(BROKER_LIMIT)));
    }

    private static void feed(String topic, IncomingEvent event) {
        try (var feed = new EventFeed(RedressInfra.bootstrapServers(), topic)) {
            feed.send(List.of(event));
        }
    }

    private ParkedRecord only(String service) {
        UUID id = library.database()
                .jdbi()
                .withHandle(handle -> handle.createQuery("select id from parked_record where consumer = :service")
                        .bind("service", service)
                        .mapTo(UUID.class)
                        .one());
        return parked.find(id).orElseThrow();
    }

    private String resolution(UUID id) {
        return library.database()
                .jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select resolution || ' by ' || resolved_by from parked_record where id = :id")
                        .bind("id", id)
                        .mapTo(String.class)
                        .one());
    }
}
