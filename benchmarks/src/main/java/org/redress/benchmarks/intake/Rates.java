package org.redress.benchmarks.intake;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.redress.benchmarks.Percentiles;
import org.redress.benchmarks.Report;
import org.redress.benchmarks.ground.ServiceProcess;
import org.redress.benchmarks.load.LoadClient;
import org.redress.benchmarks.load.Volley;

/** Accepted complaints a second, beside bare inserts of the same rows; the contenders take turns. */
final class Rates {
    private static final double TARGET = 0.5;
    /** The JVM compiles what it runs often, and takes a core for it: what comes before counts for nobody. */
    private static final int MOST_WARM_UP_TURNS = 30;

    private final Contenders contenders;
    private final List<Integer> clients;
    private final Duration turn;
    private final int turns;
    private final boolean statements;

    /** What was measured with one number of clients. */
    private record Measured(
            int clients, List<Double> limit, List<Double> inOneGo, List<Double> filed, List<Percentiles> latency) {
        Measured(int clients) {
            this(clients, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    Rates(Contenders contenders, List<Integer> clients, Duration turn, int turns, boolean statements) {
        this.contenders = contenders;
        this.clients = clients;
        this.turn = turn;
        this.turns = turns;
        this.statements = statements;
    }

    void measure(Report report) throws IOException, SQLException, InterruptedException, ExecutionException {
        List<Measured> measured = clients.stream().map(Measured::new).toList();
        var filings = new Filings(contenders.ground());
        String url = contenders.limit().url();
        try (ServiceProcess service = contenders.service();
                var load = new LoadClient(service.address(), 32);
                var limit = new BareInserts(url, contenders.rows(), false);
                var inOneGo = new BareInserts(url, contenders.rows(), true);
                var costs = new Costs(contenders, service, statements)) {
            double compiling =
                    WarmUp.of(service, () -> load.closed(8, turn, filings).checked(), turn, MOST_WARM_UP_TURNS);
            report.figure("warmed up: compiler's share of a core", compiling, "cores");
            limit.perSecond(8, turn);
            for (int i = 0; i < turns; i++) {
                for (Measured figures : measured) {
                    int many = figures.clients;
                    contenders.settle();
                    figures.limit.add(limit.perSecond(many, turn));
                    contenders.settle();
                    costs.begin();
                    Volley volley = load.closed(many, turn, filings).checked();
                    costs.end(many, volley.answers());
                    figures.filed.add(volley.perSecond());
                    figures.latency.add(volley.latency());
                    contenders.settle();
                    figures.inOneGo.add(inOneGo.perSecond(many, turn));
                }
            }
            measured.forEach(figures -> report(report, figures));
            costs.report(report);
        }
    }

    private static void report(Report report, Measured figures) {
        String with = figures.clients + (figures.clients == 1 ? " client: " : " clients: ");
        double limit = median(figures.limit);
        double inOneGo = median(figures.inOneGo);
        double filed = median(figures.filed);
        report.figure(with + "bare inserts, a round trip a table", limit, "/s");
        report.figure(with + "bare inserts in one round trip", inOneGo, "/s");
        report.figure(with + "filed over HTTP", filed, "/s", filed / limit, "limit");
        report.figure(with + "the same, of the second limit", filed, "/s", filed / inOneGo, "limit in one go");
        report.figure(with + "of its target of " + TARGET, filed / limit, "of limit", filed / limit / TARGET, "target");
        report.figure(
                with + "p50", median(figures.latency.stream().map(p -> p.at(50)).toList()), "ms");
        report.figure(
                with + "p99", median(figures.latency.stream().map(p -> p.at(99)).toList()), "ms");
    }

    static double median(List<Double> values) {
        return new Percentiles(values).at(50);
    }
}
