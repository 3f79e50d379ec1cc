package org.redress.benchmarks.intake;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.redress.benchmarks.Report;
import org.redress.benchmarks.ground.Ground;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The front desk of intake-service, the shipped service in a process of its own with broker and real tokens, on one PostgreSQL
 * with fsync on, beside bare inserts of the same rows. An answer that is not the expected one ends the run.
 */
@Command(name = "intake", description = "Filing over HTTP beside bare inserts of the same rows.")
public final class IntakeBench implements Callable<Integer> {
    @Option(names = "--json", description = "JSON lines instead of a table")
    private boolean json;

    @Option(names = "--seconds", description = "of one turn (default: ${DEFAULT-VALUE})", defaultValue = "10")
    private int seconds;

    @Option(names = "--turns", description = "medians of so many (default: ${DEFAULT-VALUE})", defaultValue = "3")
    private int turns;

    @Option(
            names = "--clients",
            split = ",",
            description = "who file at once (default: ${DEFAULT-VALUE})",
            defaultValue = "1,8,32")
    private List<Integer> clients = List.of();

    @Option(
            names = "--only",
            split = ",",
            description = "the parts to run (default: ${DEFAULT-VALUE})",
            defaultValue = "RATE")
    private List<Part> only = List.of();

    /** What can be measured by itself. */
    enum Part {
        /** Accepted complaints a second, beside the limit. */
        RATE
    }

    /** Made by picocli. */
    public IntakeBench() {}

    @Override
    public Integer call() throws Exception {
        var report = new Report("intake", json, System.out);
        try (Ground ground = Ground.start("intake");
                Contenders contenders = Contenders.prepare(ground)) {
            for (Part part : only) {
                switch (part) {
                    case RATE -> new Rates(contenders, clients, Duration.ofSeconds(seconds), turns).measure(report);
                }
            }
        }
        return 0;
    }
}
