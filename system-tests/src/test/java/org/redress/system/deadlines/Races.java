package org.redress.system.deadlines;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Complaints that are met, paused, reopened and re-prioritised within fifty milliseconds of due, told when it happens or up to
 * sixty milliseconds later, so that the news and the level pass each other in every order. What happened decides, says the
 * engine, which knows nothing of the order.
 */
final class Races {
    private static final int LONGEST_WAY_MILLIS = 60;
    private static final Duration ALL_DUE = Race.NORMAL.plusSeconds(3);

    private final SlaCluster cluster;
    private final Work work;
    private final long seed;

    Races(SlaCluster cluster, long seed) {
        this.cluster = cluster;
        this.work = new Work(cluster);
        this.seed = seed;
    }

    /** The ledger counts the breaches that must stand; the notes say how often what happened and what was withdrawn. */
    FiringLedger run() {
        String platform = cluster.newPlatform(Race.rules());
        var standing = new Standing(cluster, new Oracle(SlaCluster.policy(platform, Race.rules())), platform);
        Instant begin = cluster.database().now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(3);
        var happened = new TreeMap<String, Object>();
        List<Story> stories = stories(platform, begin, happened);
        Instant last = tellAsItHappens(stories);
        Instant until = last.plus(ALL_DUE);
        cluster.database().awaitTime(until);
        await().atMost(Work.DRAINED)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> standing.allRight(stories, until));
        work.awaitNothingUnderWay();
        standing.allRight(stories, until);
        try (var firings = new Firings(cluster, platform)) {
            work.awaitTold(firings);
            happened.put("breachesWithdrawn", firings.toldWithdrawn());
            return FiringLedger.of("races", seed, standing.breaches(stories, until), firings, happened);
        }
    }

    private List<Story> stories(String platform, Instant begin, Map<String, Object> happened) {
        var random = new Random(seed);
        int aSecond = Scale.of(100, 250);
        List<Story> stories = new ArrayList<>();
        for (int i = 0; i < Scale.of(400, 10_000); i++) {
            Race race = Race.ALL.get(random.nextInt(Race.ALL.size()));
            stories.add(race.story(platform, begin.plusSeconds(i / aSecond), random));
            happened.merge(race.name(), 1, (a, b) -> (int) a + (int) b);
        }
        return stories;
    }

    /** Returns when the last of it happened. */
    private Instant tellAsItHappens(List<Story> stories) {
        var random = new Random(seed + 1);
        var clock = new ScheduledThreadPoolExecutor(2);
        Instant last = Instant.EPOCH;
        for (Story story : stories) {
            for (Happening happening : story.told()) {
                Duration ahead =
                        Duration.between(Instant.now(), happening.at()).plusMillis(random.nextInt(LONGEST_WAY_MILLIS));
                var unusedTelling = clock.schedule(
                        () -> cluster.feed().handOver(List.of(happening)), ahead.toNanos(), TimeUnit.NANOSECONDS);
                last = happening.at().isAfter(last) ? happening.at() : last;
            }
        }
        clock.shutdown();
        await().atMost(Duration.ofMinutes(5)).until(clock::isTerminated);
        cluster.feed().awaitTaken();
        return last;
    }
}
