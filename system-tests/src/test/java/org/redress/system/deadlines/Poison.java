package org.redress.system.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** A complaint that cannot fire and a platform whose policy cannot be read, beside ones that can. */
final class Poison {
    private static final Pattern SET_ASIDE =
            Pattern.compile("^redress_sla_set_aside_total\\{[^}]*} (\\S+)$", Pattern.MULTILINE);
    private static final Duration TARGET = Duration.ofSeconds(5);
    private static final int COMPLAINTS = 40;

    private final SlaCluster cluster;
    private final Work work;
    private final long seed;

    Poison(SlaCluster cluster, long seed) {
        this.cluster = cluster;
        this.work = new Work(cluster);
        this.seed = seed;
    }

    /** The ledger is of the complaints beside the poisoned one, before anything was mended. */
    FiringLedger run() {
        double before = alerts();
        String poisoned = cluster.newPlatform(SlaCluster.rule("FIRST_RESPONSE", TARGET));
        cluster.database().change("update policy set document = '{\"nonsense\": true}' where platform = ?", poisoned);
        String healthy = cluster.newPlatform(SlaCluster.rule("FIRST_RESPONSE", TARGET));
        Instant filedAt = cluster.database().now();
        work.file(poisoned, COMPLAINTS, filedAt);
        UUID one = work.file(healthy, 1, filedAt).get(0);
        List<UUID> others = work.file(healthy, COMPLAINTS, filedAt);
        cluster.database().awaitClocks(healthy, COMPLAINTS + 1);
        cluster.database().change("update clock set armed = '[{\"nonsense\": 1}]' where complaint_id = ?", one);
        try (var firings = new Firings(cluster, healthy)) {
            work.awaitFiredAndTold(firings, others.size());
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                assertThat(held(healthy)).isEqualTo(1);
                assertThat(held(poisoned)).isEqualTo(COMPLAINTS);
            });
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(alerts() - before)
                            .as("one alert for the platform and one for the complaint, however many instances met them")
                            .isEqualTo(2.0));
            return FiringLedger.of("poison", seed, others, firings, Map.of("heldOfPlatform", held(poisoned)));
        }
    }

    private long held(String platform) {
        return cluster.database().count("select count(*) from set_aside where platform = ?", platform);
    }

    private double alerts() {
        return SlaCluster.INSTANCES.stream()
                .map(cluster::metrics)
                .flatMap(metrics -> SET_ASIDE.matcher(metrics).results())
                .mapToDouble(count -> Double.parseDouble(count.group(1)))
                .sum();
    }
}
