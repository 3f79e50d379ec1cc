package org.redress.system.deadlines;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.redress.launcher.RunningPart;

/**
 * An instance stands still, or dies, in the middle of firing: after it has claimed what is due and before it commits. The
 * test brings it there with a lock on the table that the firing writes next, while the other instances look away.
 */
final class TakeOver {
    private static final Duration TARGET = Duration.ofSeconds(6);
    private static final int LEVELS = 50;
    private static final double LOOKED_SECONDS = 1.5;
    private static final String FIRING = """
            select count(*) from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock' and query ilike '%fired_level%'""";

    private final SlaCluster cluster;
    private final Work work;
    private final long seed;

    TakeOver(SlaCluster cluster, long seed) {
        this.cluster = cluster;
        this.work = new Work(cluster);
        this.seed = seed;
    }

    /** It goes on after others have done its work: its late commit must change nothing. */
    FiringLedger afterAFreeze() throws SQLException {
        return after("take-over-after-a-freeze", RunningPart::freeze, RunningPart::goOn);
    }

    /** It is killed. */
    FiringLedger afterAKill() throws SQLException {
        return after("take-over-after-a-kill", RunningPart::kill, RunningPart::letStart);
    }

    private FiringLedger after(String name, Consumer<RunningPart> fault, Consumer<RunningPart> end)
            throws SQLException {
        List<RunningPart> instances = cluster.allReady();
        RunningPart firing = instances.get(0);
        List<RunningPart> others = instances.subList(1, instances.size());
        String platform = cluster.newPlatform(SlaCluster.rule("FIRST_RESPONSE", TARGET));
        Instant filedAt = cluster.database().now().truncatedTo(ChronoUnit.SECONDS);
        var complaints = work.file(platform, LEVELS, filedAt);
        cluster.database().awaitClocks(platform, LEVELS);
        try (var firings = new Firings(cluster, platform);
                var lock = cluster.database().connect()) {
            Instant released = inTheMiddle(lock, firing, others, fault);
            work.awaitFiredAndTold(firings, LEVELS);
            end.accept(firing);
            firing.awaitReady();
            awaitLook();
            cluster.allReady();
            work.awaitNothingUnderWay();
            long tookMillis = firings.rows().stream()
                    .mapToLong(
                            row -> Duration.between(released, row.detectedAt()).toMillis())
                    .max()
                    .orElseThrow();
            return FiringLedger.of(
                    name, seed, complaints, firings, Map.of("takenOverAfterMillis", Math.max(0, tookMillis)));
        }
    }

    /** Answers from when on nothing but the fault holds up the work. */
    private Instant inTheMiddle(
            Connection lock, RunningPart firing, List<RunningPart> others, Consumer<RunningPart> fault)
            throws SQLException {
        lock.setAutoCommit(false);
        try (var statement = lock.createStatement()) {
            statement.execute("lock table fired_level in exclusive mode");
            others.forEach(RunningPart::freeze);
            await().atMost(TARGET.plusSeconds(10))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> cluster.database().count(FIRING) > 0);
            fault.accept(firing);
            others.forEach(RunningPart::goOn);
            try (var now = statement.executeQuery("select clock_timestamp()")) {
                now.next();
                Instant released = now.getObject(1, OffsetDateTime.class).toInstant();
                lock.commit();
                return released;
            }
        }
    }

    /** Waits until the first instance has looked for due levels again, so whatever it still had to commit is decided. */
    private void awaitLook() {
        await().atMost(Work.DRAINED)
                .pollInterval(Duration.ofMillis(300))
                .until(() -> cluster.metrics(SlaCluster.INSTANCES.get(0))
                        .lines()
                        .filter(line -> line.startsWith("redress_sla_watch_heartbeat_age_seconds"))
                        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                        .anyMatch(age -> age < LOOKED_SECONDS));
    }
}
