package org.redress.benchmarks.path;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import org.redress.benchmarks.Percentiles;
import org.redress.benchmarks.Report;
import org.redress.launcher.Redress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Complaints on a fresh system of its own: first single ones, one after another, milliseconds from the 201 to the triage
 * result, the clocks, the SMS at the gateway and the message in the inbox, each seen from outside; then many under load.
 */
@Command(name = "path", description = "From 201 to triaged, clocked and announced, complaint by complaint.")
public final class PathBench implements Callable<Integer> {
    /** What the path must keep: the slowest of a hundred, in milliseconds. */
    private static final double LIMIT_MILLIS = 1000;

    private static final int WARM_UP_SHORT = 10;
    private static final int COMPLAINTS_SHORT = 30;
    private static final int LOAD_SHORT = 10;

    @Option(names = "--json", description = "JSON lines instead of a table")
    private boolean json;

    @Option(
            names = "--complaints",
            description = "how many are measured (default: ${DEFAULT-VALUE})",
            defaultValue = "300")
    private int complaints;

    @Option(
            names = "--warm-up",
            description = "how many before that are not (default: ${DEFAULT-VALUE})",
            defaultValue = "50")
    private int warmUp;

    @Option(
            names = "--load",
            description = "seconds of load at half of what is accepted, 0 for none (default: ${DEFAULT-VALUE})",
            defaultValue = "60")
    private int load;

    @Option(names = "--short", description = "30 complaints and 10 s of load")
    private boolean quick;

    /** Made by picocli. */
    public PathBench() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("redress-bench");
        try (Redress redress = Redress.start(data, 0)) {
            var walk = new Walk(redress);
            for (int i = 0; i < (quick ? WARM_UP_SHORT : warmUp); i++) {
                walk.complaint();
            }
            var measured = new ArrayList<Walk.Steps>();
            for (int i = 0; i < (quick ? COMPLAINTS_SHORT : complaints); i++) {
                measured.add(walk.complaint());
            }
            var report = new Report("path", json, System.out);
            report(report, measured);
            if (load > 0) {
                new UnderLoad(redress, Duration.ofSeconds(quick ? LOAD_SHORT : load)).measure(report);
            }
        }
        return 0;
    }

    private static void report(Report report, List<Walk.Steps> measured) {
        figures(report, "filing answered", measured, Walk.Steps::answered);
        figures(report, "201 to triage result", measured, Walk.Steps::triaged);
        figures(report, "201 to clocks", measured, Walk.Steps::clocked);
        figures(report, "201 to SMS at the gateway", measured, Walk.Steps::texted);
        figures(report, "201 to inbox message", measured, Walk.Steps::told);
        var all = percentiles(measured, Walk.Steps::slowest);
        report.figure("201 to everything p50", all.at(50), "ms");
        report.figure("201 to everything p99", all.at(99), "ms", all.at(99) / LIMIT_MILLIS, "limit");
        report.figure("201 to everything max", all.max(), "ms");
    }

    private static void figures(Report report, String name, List<Walk.Steps> steps, ToDoubleFunction<Walk.Steps> step) {
        var percentiles = percentiles(steps, step);
        report.figure(name + " p50", percentiles.at(50), "ms");
        report.figure(name + " p99", percentiles.at(99), "ms");
    }

    private static Percentiles percentiles(List<Walk.Steps> steps, ToDoubleFunction<Walk.Steps> step) {
        return new Percentiles(steps.stream().map(step::applyAsDouble).toList());
    }
}
