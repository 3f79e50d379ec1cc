package org.redress.system.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Instances whose wall clocks are two hours off, first beside a right one, then without it. */
final class WrongClocks {
    private static final Pattern STARTED =
            Pattern.compile("^process_start_time_seconds(?:\\{[^}]*})? (\\S+)$", Pattern.MULTILINE);
    private static final Duration TARGET = Duration.ofSeconds(4);
    private static final int BATCHES = 4;

    private final SlaCluster cluster;
    private final Work work;
    private final long seed;

    WrongClocks(SlaCluster cluster, long seed) {
        this.cluster = cluster;
        this.work = new Work(cluster);
        this.seed = seed;
    }

    /** Levels over some seconds, some with a right clock beside the wrong ones, some without. */
    FiringLedger run() {
        var wrong = Stream.of(WrongClock.AHEAD, WrongClock.BEHIND)
                .map(cluster::instance)
                .toList();
        String platform = cluster.newPlatform(SlaCluster.rule("FIRST_RESPONSE", TARGET));
        try (var firings = new Firings(cluster, platform)) {
            wrong.forEach(instance -> instance.letStart());
            wrong.forEach(instance -> instance.awaitReady());
            Map<String, Object> shifts =
                    Map.of("hoursAhead", hoursOff(WrongClock.AHEAD), "hoursBehind", -hoursOff(WrongClock.BEHIND));
            assertThat(shifts).containsEntry("hoursAhead", 2L).containsEntry("hoursBehind", 2L);
            SlaCluster.INSTANCES.stream()
                    .skip(1)
                    .forEach(name -> cluster.instance(name).stop());
            var complaints = new ArrayList<>(fileInBatches(platform));
            work.awaitFiredAndTold(firings, complaints.size());

            cluster.instance(SlaCluster.INSTANCES.get(0)).stop();
            complaints.addAll(fileInBatches(platform));
            work.awaitFiredAndTold(firings, complaints.size());
            cluster.allReady();
            work.awaitNothingUnderWay();
            return FiringLedger.of("wrong-clocks", seed, complaints, firings, shifts);
        } finally {
            wrong.forEach(instance -> instance.stop());
        }
    }

    private List<UUID> fileInBatches(String platform) {
        List<UUID> complaints = new ArrayList<>();
        for (int i = 0; i < BATCHES; i++) {
            Instant at = cluster.database().now();
            complaints.addAll(work.file(platform, Scale.of(50, 500), at));
            cluster.database().awaitTime(at.plusMillis(700));
        }
        return complaints;
    }

    /** By how much the instance believes to have started in the future. */
    private long hoursOff(String instance) {
        var started = STARTED.matcher(cluster.metrics(instance));
        assertThat(started.find()).as("the start time of " + instance).isTrue();
        long seconds = (long) Double.parseDouble(started.group(1));
        Duration off = Duration.between(cluster.database().now(), Instant.ofEpochSecond(seconds));
        return Math.round(off.toMinutes() / 60.0);
    }
}
