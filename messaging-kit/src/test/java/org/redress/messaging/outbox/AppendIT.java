package org.redress.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.messaging.OutgoingEvent;
import org.redress.messaging.fixture.OwnDatabase;

/** What an append leaves in the table, for one event and for many. */
class AppendIT {
    private static final long SEED = 20261122;
    private static OwnDatabase own;

    private record Row(String subject, long sequence, String payload, String type, String platform) {}

    @BeforeAll
    static void createDatabase() throws SQLException {
        own = new OwnDatabase("append_test");
    }

    @AfterAll
    static void closeDatabase() {
        own.close();
    }

    @BeforeEach
    void emptyTheOutbox() {
        own.database().jdbi().useHandle(handle -> handle.execute("truncate outbox, outbox_sequence"));
    }

    @Test
    void manySubjectsMixedInOneCallCountOnInTheOrderOfTheCall() {
        var random = new Random(SEED);
        var expected = new ArrayList<Row>();
        var last = new HashMap<String, Long>();
        for (int size : List.of(1, 700, 1, 2, 0x400)) {
            var events = IntStream.range(0, size)
                    .mapToObj(i -> event("book-" + random.nextInt(37), "{\"n\":" + random.nextInt() + "}"))
                    .toList();
            commit(events);
            events.forEach(event -> expected.add(new Row(
                    event.subject(),
                    last.merge(event.subject(), 1L, Long::sum),
                    new String(event.data(), StandardCharsets.UTF_8),
                    event.type(),
                    event.platform())));
        }

        assertThat(rows()).isEqualTo(expected);
        assertThat(count("select count(distinct event_id) from outbox")).isEqualTo(expected.size());
    }

    @Test
    void hostileTextsAndBytesArriveAsTheyAre() {
        List<String> subjects = List.of("{a,b}", "\"quoted\"", "back\\slash", "NULL", "I\u0307ıİ", "a b\t", "🙂");
        var events = subjects.stream()
                .map(subject -> event(subject, subject + "\u0001"))
                .toList();

        commit(events);
        events.forEach(event -> commit(List.of(event)));

        assertThat(rows().stream().collect(Collectors.groupingBy(Row::subject, Collectors.counting())))
                .isEqualTo(subjects.stream().collect(Collectors.toMap(s -> s, s -> 2L)));
        assertThat(rows()).allMatch(row -> row.payload().equals(row.subject() + "\u0001"));
    }

    @Test
    void givenTimesStayAndAbsentOnesAreTheDatabases() {
        var given = Instant.parse("2026-02-28T23:59:59.123456Z");
        var timed = new OutgoingEvent("t", "timed", "town", new byte[] {1}, given);
        var untimed = new OutgoingEvent("t", "untimed", "town", new byte[] {1});

        commit(List.of(timed, untimed));
        commit(List.of(timed));
        commit(List.of(untimed));

        assertThat(times("timed")).containsExactly(given, given);
        assertThat(count("""
                        select count(*) from outbox where aggregate_id = 'untimed'
                          and occurred_at between now() - interval '1 minute' and now()""")).isEqualTo(2);
    }

    @Test
    void appendsForTheSameSubjectsInAnyOrderNeverLockEachOtherOut() throws Exception {
        List<String> subjects =
                IntStream.range(0, 30).mapToObj(i -> "book-" + i).toList();
        var pool = Executors.newFixedThreadPool(6);
        try {
            List<Callable<Void>> writers = new ArrayList<>();
            for (int writer = 0; writer < 6; writer++) {
                var random = new Random(SEED + writer);
                writers.add(() -> {
                    for (int turn = 0; turn < 60; turn++) {
                        var shuffled = new ArrayList<>(subjects);
                        Collections.shuffle(shuffled, random);
                        commit(shuffled.stream().map(s -> event(s, "{}")).toList());
                    }
                    return null;
                });
            }
            for (var done : pool.invokeAll(writers)) {
                // A deadlock would be thrown here.
                done.get();
            }
        } finally {
            pool.shutdown();
        }

        Map<String, List<Long>> bySubject = rows().stream()
                .collect(Collectors.groupingBy(Row::subject, Collectors.mapping(Row::sequence, Collectors.toList())));
        assertThat(bySubject)
                .hasSize(30)
                .allSatisfy((subject, sequences) -> assertThat(sequences)
                        .as("sequences in the order of ids")
                        .hasSize(360)
                        .isSorted()
                        .doesNotHaveDuplicates()
                        .endsWith(360L));
    }

    private static OutgoingEvent event(String subject, String payload) {
        return new OutgoingEvent(
                "org.example.book-borrowed.v1", subject, "town", payload.getBytes(StandardCharsets.UTF_8));
    }

    private static void commit(List<OutgoingEvent> events) {
        own.database()
                .jdbi()
                .useTransaction(handle -> new OutboxRepository().append(handle, "/redress/library", events));
    }

    private static List<Row> rows() {
        return own.database()
                .jdbi()
                .withHandle(handle -> handle.createQuery("select * from outbox order by id")
                        .map((row, context) -> new Row(
                                row.getString("aggregate_id"),
                                row.getLong("sequence"),
                                new String(row.getBytes("payload"), StandardCharsets.UTF_8),
                                row.getString("type"),
                                row.getString("platform")))
                        .list());
    }

    private static List<Instant> times(String subject) {
        return own.database()
                .jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select occurred_at from outbox where aggregate_id = :subject order by id")
                        .bind("subject", subject)
                        .mapTo(OffsetDateTime.class)
                        .map(OffsetDateTime::toInstant)
                        .list());
    }

    private static long count(String sql) {
        return own.database()
                .jdbi()
                .withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }
}
