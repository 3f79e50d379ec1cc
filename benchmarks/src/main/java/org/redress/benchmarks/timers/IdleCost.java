package org.redress.benchmarks.timers;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.redress.benchmarks.Report;
import org.redress.benchmarks.ground.Database;
import org.redress.benchmarks.timers.SlaProcess.Timed;

/** What a look costs that finds nothing, and one that fires a single level, with few and with many clocks armed. */
final class IdleCost {
    private static final int SECONDS = 4;
    private static final int FIRINGS = 100;
    /** So that many looks are timed in a short while. */
    private static final Map<String, String> FAST_TICK = Map.of("REDRESS_SLA_WATCH_TICK", "0.05S");

    private static final double LIMIT = 1.2;

    private final Contenders contenders;

    /** What was measured on one of the two databases, in milliseconds. */
    private record Costs(List<Double> ticks, List<Double> firings) {}

    IdleCost(Contenders contenders) {
        this.contenders = contenders;
    }

    void measure(Report report, int turns) throws IOException, SQLException, InterruptedException {
        var few = new Costs(new ArrayList<>(), new ArrayList<>());
        var many = new Costs(new ArrayList<>(), new ArrayList<>());
        try (SlaProcess onFew = contenders.service(contenders.few(), FAST_TICK);
                SlaProcess onMany = contenders.service(contenders.sla(), FAST_TICK)) {
            firing(onFew, contenders.few()); // the first one warms up
            firing(onMany, contenders.sla());
            for (int turn = 0; turn < turns; turn++) {
                // The one that goes second has the warmer machine: they take turns in that too.
                boolean fewFirst = turn % 2 == 0;
                one(fewFirst ? onFew : onMany, fewFirst ? contenders.few() : contenders.sla(), fewFirst ? few : many);
                one(fewFirst ? onMany : onFew, fewFirst ? contenders.sla() : contenders.few(), fewFirst ? many : few);
            }
        }
        report(report, "idle tick", MassFiring.median(few.ticks), MassFiring.median(many.ticks));
        report(report, "firing of one level", MassFiring.median(few.firings), MassFiring.median(many.firings));
    }

    private static void one(SlaProcess service, Database database, Costs costs)
            throws IOException, SQLException, InterruptedException {
        costs.ticks.add(tick(service));
        costs.firings.add(firing(service, database));
    }

    private void report(Report report, String name, double few, double many) {
        report.figure(name + ", " + Contenders.FEW + " armed", few, "ms");
        report.figure(name + ", " + contenders.clocks() + " armed", many, "ms");
        report.figure(name + ", growth", many / few, "times", many / few / LIMIT, "limit");
    }

    private static double tick(SlaProcess service) throws IOException, InterruptedException {
        Timed before = service.timer("redress_sla_watch_look");
        TimeUnit.SECONDS.sleep(SECONDS);
        return service.timer("redress_sla_watch_look").millisSince(before);
    }

    private static double firing(SlaProcess service, Database database)
            throws IOException, SQLException, InterruptedException {
        Timed before = service.timer("redress_sla_watch_round");
        var watched = new Watched(database);
        watched.arm(FIRINGS, "30 milliseconds");
        watched.awaitFired();
        return service.timer("redress_sla_watch_round").millisSince(before);
    }
}
