package org.redress.benchmarks.relay;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import org.redress.benchmarks.Percentiles;
import org.redress.benchmarks.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Events from the outbox table to Kafka: appending, sending what waits, both at once, and the delay of single events, beside
 * a bare insert and a bare producer of the same bytes in the same run. PostgreSQL syncs each commit to disk.
 */
@Command(name = "relay", description = "Events a second from the outbox to Kafka, beside bare insert and producer.")
public final class RelayBench implements Callable<Integer> {
    @Option(names = "--json", description = "JSON lines instead of a table")
    private boolean json;

    @Option(
            names = "--events",
            description = "how many wait to be sent (default: ${DEFAULT-VALUE})",
            defaultValue = "100000")
    private int count;

    @Option(
            names = "--runs",
            description = "how often; medians are shown (default: ${DEFAULT-VALUE})",
            defaultValue = "3")
    private int runs;

    /** Made by picocli. */
    public RelayBench() {}

    @Override
    public Integer call() throws Exception {
        var measured = new ArrayList<RelayRun>();
        try (var server = Server.start()) {
            for (int run = 0; run <= runs; run++) {
                // The first run warms up this JVM, the broker in it and the database, and is not counted.
                RelayRun result = RelayRun.on(server, "run_" + run, run == 0 ? count / 4 : count);
                if (run > 0) {
                    measured.add(result);
                }
            }
        }
        report(new Report("relay", json, System.out), measured);
        return measured.stream().allMatch(run -> run.lost() == 0 && run.outOfOrder() == 0) ? 0 : 1;
    }

    private static void report(Report report, List<RelayRun> runs) {
        double insert = median(runs, RelayRun::bareInsert);
        double produce = median(runs, RelayRun::bareProduce);
        double append = median(runs, RelayRun::append);
        double drain = median(runs, RelayRun::drain);
        double both = median(runs, RelayRun::both);
        double bareBoth = 1 / (1 / insert + 1 / produce);
        report.figure("bare insert", insert, "events/s");
        report.figure("bare producer", produce, "events/s");
        report.figure("append, a thousand at once", append, "events/s", append / insert, "limit");
        report.figure("what waits, through to Kafka", drain, "events/s", drain / produce, "limit");
        report.figure("append and send at once", both, "events/s", both / bareBoth, "limit");
        double bareSingles = median(runs, RelayRun::bareSingles);
        double singles = median(runs, RelayRun::singles);
        report.figure("bare insert, one by one, eight writers", bareSingles, "events/s");
        report.figure("single events, eight writers, to Kafka", singles, "events/s", singles / bareSingles, "limit");
        report.figure("commit to reader p50, 200/s", median(runs, RelayRun::p50), "ms");
        report.figure("commit to reader p99, 200/s", median(runs, RelayRun::p99), "ms");
        report.figure("lost", runs.stream().mapToInt(RelayRun::lost).sum(), "events");
        report.figure(
                "out of order", runs.stream().mapToInt(RelayRun::outOfOrder).sum(), "events");
        report.figure("doubled", runs.stream().mapToInt(RelayRun::doubled).sum(), "events");
    }

    private static double median(List<RelayRun> runs, ToDoubleFunction<RelayRun> figure) {
        return new Percentiles(runs.stream().map(figure::applyAsDouble).toList()).at(50);
    }
}
