package org.redress.system.deadlines;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** PostgreSQL goes down and comes back under a steady stream of complaints and of levels that fall due. */
final class DatabaseRestarts {
    private static final int A_SECOND = 20;
    private static final Duration TARGET = Duration.ofSeconds(2);

    private final SlaCluster cluster;
    private final Work work;
    private final long seed;

    DatabaseRestarts(SlaCluster cluster, long seed) {
        this.cluster = cluster;
        this.work = new Work(cluster);
        this.seed = seed;
    }

    /** The notes say how long the longest outage was. */
    FiringLedger run() {
        String platform = cluster.newPlatform(SlaCluster.rule("FIRST_RESPONSE", TARGET));
        List<UUID> complaints = new CopyOnWriteArrayList<>();
        List<Duration> outages = new ArrayList<>();
        var clock = Executors.newSingleThreadScheduledExecutor();
        try (var firings = new Firings(cluster, platform)) {
            var filing = clock.scheduleAtFixedRate(
                    () -> complaints.addAll(work.file(platform, 1, Instant.now())),
                    0,
                    1000 / A_SECOND,
                    TimeUnit.MILLISECONDS);
            awaitMoreFired(platform);
            for (int i = 0; i < Scale.of(3, 20); i++) {
                outages.add(restart());
                awaitMoreFired(platform);
            }
            filing.cancel(false);
            clock.shutdown();
            work.awaitFiredAndTold(firings, complaints.size());
            work.awaitNothingUnderWay();
            long longest = outages.stream().mapToLong(Duration::toMillis).max().orElseThrow();
            return FiringLedger.of(
                    "database-restarts",
                    seed,
                    complaints,
                    firings,
                    Map.of("restarts", outages.size(), "longestOutageMillis", longest));
        } finally {
            clock.shutdownNow();
        }
    }

    private Duration restart() {
        long down = System.nanoTime();
        cluster.postgres().stop();
        cluster.postgres().start();
        return Duration.ofNanos(System.nanoTime() - down);
    }

    /** Goes on only when the watch works again. */
    private void awaitMoreFired(String platform) {
        Instant now = cluster.database().now();
        await().atMost(Work.DRAINED)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> cluster.database()
                                .count(
                                        "select count(*) from fired_level where platform = ? and fires_at > ?",
                                        platform,
                                        now.atOffset(ZoneOffset.UTC))
                        >= 10);
    }
}
