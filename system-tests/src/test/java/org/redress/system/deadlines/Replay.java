package org.redress.system.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.redress.launcher.RunningPart;

/** Everything is read once more from offset zero; and the same histories are told doubled and in any order. */
final class Replay {
    private static final String GROUP = "sla";

    private final SlaCluster cluster;
    private final Work work;
    private final long seed;
    private final Random random;

    Replay(SlaCluster cluster, long seed) {
        this.cluster = cluster;
        this.work = new Work(cluster);
        this.seed = seed;
        this.random = new Random(seed);
    }

    /** Histories of two hours ago, in order; then all of it again. */
    FiringLedger fromOffsetZero() throws ExecutionException, InterruptedException {
        var told = tell("replay-from-zero", false);
        try (var firings = new Firings(cluster, told.platform());
                var admin = Admin.create(Map.of("bootstrap.servers", cluster.bootstrapServers()))) {
            work.awaitTold(firings);
            String before = everything(told.platform());
            List<RunningPart> instances = cluster.allReady();
            instances.forEach(RunningPart::stop);
            long again = resetToZero(admin);
            instances.forEach(RunningPart::letStart);
            cluster.allReady();
            await().atMost(Work.DRAINED).until(() -> read(admin) >= again);
            work.awaitNothingUnderWay();
            assertThat(everything(told.platform())).as("after the replay").isEqualTo(before);
            return told.ledger(firings, Map.of("recordsReadAgain", again));
        }
    }

    /** The same kind of histories, each event twice, in any order within and across complaints. */
    FiringLedger doubledAndInAnyOrder() {
        var told = tell("doubled-and-shuffled", true);
        try (var firings = new Firings(cluster, told.platform())) {
            work.awaitTold(firings);
            return told.ledger(firings, Map.of("breachesWithdrawn", firings.toldWithdrawn()));
        }
    }

    private record Told(
            String name, long seed, String platform, List<Story> stories, Standing standing, Instant until) {
        FiringLedger ledger(Firings firings, Map<String, ?> notes) {
            standing.allRight(stories, until);
            return FiringLedger.of(name, seed, standing.breaches(stories, until), firings, notes);
        }
    }

    private Told tell(String name, boolean doubledAndShuffled) {
        String platform = cluster.newPlatform(Race.rules());
        Instant begin = cluster.database().now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(7200);
        List<Story> stories = IntStream.range(0, Scale.of(200, 2_000))
                .mapToObj(i -> Race.ALL.get(i % Race.ALL.size()).story(platform, begin.plusSeconds(i), random))
                .toList();
        List<Happening> events = new ArrayList<>(
                stories.stream().flatMap(story -> story.told().stream()).toList());
        if (doubledAndShuffled) {
            events.addAll(List.copyOf(events));
            Collections.shuffle(events, random);
        }
        cluster.feed().tell(events);
        var standing = new Standing(cluster, new Oracle(SlaCluster.policy(platform, Race.rules())), platform);
        Instant until = cluster.database().now();
        await().atMost(Work.DRAINED)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> standing.allRight(stories, until));
        work.awaitNothingUnderWay();
        return new Told(name, seed, platform, stories, standing, until);
    }

    /** All that is known and was told of a platform's complaints, as one text. */
    private String everything(String platform) {
        return List.of("case_event", "clock", "fired_level").stream()
                        .map(table -> table + " " + cluster.database().fingerprint(table, platform))
                        .collect(Collectors.joining(", "))
                + ", outbox " + cluster.database().count("select count(*) from outbox where platform = ?", platform);
    }

    /** Returns how many records lie before the offsets that were committed. */
    private static long resetToZero(Admin admin) throws ExecutionException, InterruptedException {
        var committed = admin.listConsumerGroupOffsets(GROUP)
                .partitionsToOffsetAndMetadata()
                .get();
        long records =
                committed.values().stream().mapToLong(OffsetAndMetadata::offset).sum();
        var zero = committed.keySet().stream()
                .collect(Collectors.toMap(partition -> partition, partition -> new OffsetAndMetadata(0)));
        admin.alterConsumerGroupOffsets(GROUP, zero).all().get();
        return records;
    }

    private static long read(Admin admin) throws ExecutionException, InterruptedException {
        return admin.listConsumerGroupOffsets(GROUP).partitionsToOffsetAndMetadata().get().values().stream()
                .mapToLong(OffsetAndMetadata::offset)
                .sum();
    }
}
