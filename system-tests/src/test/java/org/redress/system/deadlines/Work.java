package org.redress.system.deadlines;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** What the scenarios have in common: complaints with one clock each, and waiting for what becomes of them. */
final class Work {
    static final Duration DRAINED = Duration.ofMinutes(2);
    private static final int A_FEW = 32;

    private final SlaCluster cluster;

    Work(SlaCluster cluster) {
        this.cluster = cluster;
    }

    /** Files complaints; returns when the broker has them. */
    List<UUID> file(String platform, int many, Instant at) {
        var stories =
                Stream.generate(() -> new Story(platform).filed(at)).limit(many).toList();
        cluster.feed().tellStories(stories);
        return stories.stream().map(Story::complaint).toList();
    }

    /** Waits until so many levels have fired and were told. */
    void awaitFiredAndTold(Firings firings, int many) {
        await().atMost(DRAINED)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> firings.rows().size() >= many && firings.told().size() >= many);
    }

    /** Waits until all that has fired so far, and all that was withdrawn, was told. */
    void awaitTold(Firings firings) {
        await().atMost(DRAINED)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> firings.told().size() >= firings.rows().size()
                        && firings.toldWithdrawn()
                                >= firings.rows().stream()
                                        .filter(Firings.Fired::withdrawn)
                                        .count());
    }

    /** Something new fires and is told after all that was: nothing of before is still under way then. */
    void awaitNothingUnderWay() {
        String platform = cluster.newPlatform(SlaCluster.rule("FIRST_RESPONSE", Duration.ofSeconds(1)));
        file(platform, A_FEW, cluster.database().now());
        try (var firings = new Firings(cluster, platform)) {
            awaitFiredAndTold(firings, A_FEW);
        }
    }
}
