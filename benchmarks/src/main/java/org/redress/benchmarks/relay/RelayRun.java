package org.redress.benchmarks.relay;

import io.agroal.api.AgroalDataSource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.redress.benchmarks.Percentiles;
import org.redress.messaging.OutgoingEvent;
import org.redress.messaging.outbox.StandaloneOutbox;
import org.redress.messaging.testkit.MessagingSettings;

/**
 * What one run came to: events a second, milliseconds, and counts of events. Each run has a database and topics of its own.
 *
 * @param bareInsert the limit of appending: sets of a thousand into a plain table
 * @param bareProduce the limit of sending: the payloads through a plain producer
 * @param append sets of a thousand into the outbox
 * @param drain what waits in the outbox, until the broker has acknowledged it and it is marked as sent
 * @param both appending and sending at once, until all is sent
 * @param bareSingles the limit of single events: transactions of one row by eight writers
 * @param singles transactions of one event by eight writers, until all is sent
 */
record RelayRun(
        double bareInsert,
        double bareProduce,
        double append,
        double drain,
        double both,
        double bareSingles,
        double singles,
        double p50,
        double p99,
        int lost,
        int outOfOrder,
        int doubled) {
    private static final int APPENDED_AT_ONCE = 1000;
    private static final int SUBJECTS = 20_000;
    private static final int IDLE_EVENTS = 1000;
    private static final int IDLE_PER_SECOND = 200;

    static RelayRun on(Server server, String name, int events) throws Exception {
        server.topic(name);
        server.topic(name + "-bare");
        List<OutgoingEvent> sent = new Events(SUBJECTS).take(events);
        var settings = MessagingSettings.of(server.bootstrapServers(), "bench", Map.of("topic", name));
        try (AgroalDataSource pool = server.database(name);
                var outbox = new StandaloneOutbox(settings, pool)) {
            double bareInsert = Bare.insert(pool, sent, APPENDED_AT_ONCE);
            double bareProduce = Bare.produce(server.bootstrapServers(), name + "-bare", sent);
            double append = seconds(() -> append(outbox, sent));
            double drain = seconds(() -> {
                outbox.start();
                awaitSent(outbox, events);
            });
            double both = seconds(() -> {
                append(outbox, sent);
                awaitSent(outbox, 2L * events);
            });
            int few = events / 5 / Writers.COUNT * Writers.COUNT;
            double bareSingles =
                    seconds(() -> Writers.run(sent.subList(0, few), event -> Bare.insert(pool, List.of(event))));
            double singles = seconds(() -> {
                Writers.run(sent.subList(0, few), event -> outbox.commit(connection -> {}, List.of(event)));
                awaitSent(outbox, 2L * events + few);
            });
            var idle = idle(server, outbox, name, 2 * events + few);
            return new RelayRun(
                    events / bareInsert,
                    events / bareProduce,
                    events / append,
                    events / drain,
                    events / both,
                    few / bareSingles,
                    few / singles,
                    idle.latency().at(50),
                    idle.latency().at(99),
                    2 * events + few + IDLE_EVENTS - idle.all().arrived(),
                    idle.all().outOfOrder(),
                    idle.all().doubled());
        }
    }

    /** What is timed. */
    private interface Step {
        void run() throws Exception;
    }

    private static double seconds(Step step) throws Exception {
        long start = System.nanoTime();
        step.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static void append(StandaloneOutbox outbox, List<OutgoingEvent> events) throws SQLException {
        for (int from = 0; from < events.size(); from += APPENDED_AT_ONCE) {
            outbox.commit(connection -> {}, events.subList(from, Math.min(events.size(), from + APPENDED_AT_ONCE)));
        }
    }

    private static void awaitSent(StandaloneOutbox outbox, long events) {
        while (outbox.sent() < events) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    private record Idle(Percentiles latency, Arrivals all) {}

    /** Single events at a steady pace: milliseconds from the commit's return to a reader of the topic. */
    private static Idle idle(Server server, StandaloneOutbox outbox, String topic, int before)
            throws SQLException, InterruptedException {
        var arrivals = new Arrivals(server.bootstrapServers(), topic, before + IDLE_EVENTS);
        var reader = new Thread(arrivals, "arrivals");
        reader.start();
        Map<String, Long> committedAt = new HashMap<>();
        while (arrivals.arrived() < before && reader.isAlive()) {
            reader.join(10);
        }
        long next = System.nanoTime();
        for (int i = 0; i < IDLE_EVENTS; i++) {
            LockSupport.parkNanos(next - System.nanoTime());
            next += TimeUnit.SECONDS.toNanos(1) / IDLE_PER_SECOND;
            String subject = "idle-" + i;
            var event = new OutgoingEvent(
                    Events.TYPE,
                    subject,
                    Events.PLATFORM,
                    new Events(1).take(1).get(0).data());
            outbox.commit(connection -> {}, List.of(event));
            committedAt.put(subject, System.nanoTime());
        }
        reader.join();
        List<Double> latencies = new ArrayList<>();
        committedAt.forEach((subject, at) ->
                latencies.add(Math.max(0, arrivals.arrivedAt().getOrDefault(subject, Long.MAX_VALUE) - at) / 1e6));
        return new Idle(new Percentiles(latencies), arrivals);
    }
}
