package org.redress.system.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.redress.launcher.RunningPart;

/** Many levels due in the same second, while instances are killed, frozen, or all of them down. */
final class DueAtOnce {
    private final SlaCluster cluster;
    private final Work work;
    private final long seed;

    DueAtOnce(SlaCluster cluster, long seed) {
        this.cluster = cluster;
        this.work = new Work(cluster);
        this.seed = seed;
    }

    /** One is killed every three seconds, another stands still for six at a time. */
    FiringLedger whileInstancesAreKilledAndFrozen() {
        int many = Scale.of(1_500, 10_000);
        var due = armed(many, Duration.ofSeconds(Scale.of(20, 75)));
        cluster.database().awaitTime(due.at().minusSeconds(7));
        try (var firings = new Firings(cluster, due.platform())) {
            Map<String, Integer> done;
            try (var trouble = new Trouble(cluster, new Random(seed))) {
                work.awaitFiredAndTold(firings, many);
                cluster.database().awaitTime(due.at().plusSeconds(Scale.of(3, 20)));
                done = trouble.done();
            }
            work.awaitNothingUnderWay();
            return FiringLedger.of("kills-and-freezes", seed, due.complaints(), firings, done);
        }
    }

    /** All of them are down when it falls due; the ledger's notes say for how long after that. */
    FiringLedger whileAllAreStopped() {
        int many = Scale.of(200, 2_000);
        var due = armed(many, Duration.ofSeconds(Scale.of(8, 20)));
        List<RunningPart> instances = cluster.allReady();
        instances.get(0).stop();
        instances.stream().skip(1).forEach(RunningPart::kill);
        assertThat(cluster.database().now())
                .as("all are stopped before it is due")
                .isBefore(due.at());
        cluster.database().awaitTime(due.at().plusSeconds(Scale.of(3, 30)));
        instances.forEach(RunningPart::letStart);
        await().atMost(Work.DRAINED).until(() -> instances.stream().anyMatch(RunningPart::isReady));
        long stopped = Duration.between(due.at(), cluster.database().now()).toMillis();
        try (var firings = new Firings(cluster, due.platform())) {
            work.awaitFiredAndTold(firings, many);
            cluster.allReady();
            work.awaitNothingUnderWay();
            return FiringLedger.of(
                    "all-stopped", seed, due.complaints(), firings, Map.of("stoppedMillisAfterDue", stopped));
        }
    }

    private record Due(String platform, List<UUID> complaints, Instant at) {}

    private Due armed(int many, Duration target) {
        String platform = cluster.newPlatform(SlaCluster.rule("FIRST_RESPONSE", target));
        Instant filedAt = cluster.database().now().truncatedTo(ChronoUnit.SECONDS);
        var complaints = work.file(platform, many, filedAt);
        cluster.database().awaitClocks(platform, many);
        return new Due(platform, complaints, filedAt.plus(target));
    }
}
