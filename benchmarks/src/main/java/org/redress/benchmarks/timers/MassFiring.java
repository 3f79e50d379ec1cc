package org.redress.benchmarks.timers;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.redress.benchmarks.Percentiles;
import org.redress.benchmarks.Report;

/** Many levels due at once, fired with their events in the outbox; the contenders take turns. */
final class MassFiring {
    private final Contenders contenders;

    MassFiring(Contenders contenders) {
        this.contenders = contenders;
    }

    @SuppressWarnings("try") // the processes work without being called
    void measure(Report report, int levels, int turns) throws IOException, SQLException, InterruptedException {
        List<Double> limit = new ArrayList<>();
        List<Double> own = new ArrayList<>();
        List<Double> peer = new ArrayList<>();
        try (SlaProcess ignored = contenders.service()) {
            own(levels / 4); // the first one warms up
            for (int turn = 0; turn < turns; turn++) {
                limit.add(limit(levels));
                own.add(own(levels));
                peer.add(peer(levels));
            }
        }
        report.figure("levels due at once: one statement", median(limit), "levels/s");
        report.figure("levels due at once: " + DbScheduler.NAME, median(peer), "levels/s");
        report.figure(
                "levels due at once: the watch", median(own), "levels/s", median(own) / median(peer), DbScheduler.NAME);
        report.figure("levels due at once: the watch", median(own), "levels/s", median(own) / median(limit), "limit");
    }

    private double limit(int levels) throws SQLException {
        contenders.ground().settle();
        new ArmedClocks(contenders.limitDatabase()).arm(levels, Instant.now().minusSeconds(1), "0");
        return new SetStatement(contenders.limitDatabase()).fire(levels);
    }

    private double own(int levels) throws SQLException {
        var watched = new Watched(contenders.sla());
        contenders.ground().settle();
        watched.arm(levels, "0");
        watched.awaitFired();
        return levels / watched.seconds();
    }

    private double peer(int levels) throws SQLException, InterruptedException {
        contenders.ground().settle();
        Instant due = Instant.now().plus(Duration.ofSeconds(3)).plus(Duration.ofSeconds(levels / 10_000));
        contenders.peer().arm(levels, due, "0");
        return levels / contenders.peer().secondsToFire(levels, due);
    }

    static double median(List<Double> values) {
        return new Percentiles(values).at(50);
    }
}
