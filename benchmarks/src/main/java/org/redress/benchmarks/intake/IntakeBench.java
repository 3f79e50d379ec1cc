package org.redress.benchmarks.intake;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.redress.benchmarks.Report;
import org.redress.benchmarks.ground.Database;
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

    @Option(names = "--short", description = "all parts in a few minutes: turns of 3 s, 20 s at 200/s, 50,000 stored")
    private boolean quick;

    @Option(names = "--seconds", description = "of one turn (default: 10, short: 3)")
    private int seconds;

    @Option(names = "--turns", description = "medians of so many (default: 3, short: 1)")
    private int turns;

    @Option(names = "--steady", description = "seconds at 200/s (default: 600, short: 20)")
    private int steady;

    @Option(names = "--stored", description = "complaints that are there already (default: 1000000, short: 50000)")
    private int stored;

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
            defaultValue = "RATE,STEADY,STORED,LISTS,UPLOAD")
    private List<Part> only = List.of();

    @Option(
            names = "--jvm",
            split = ",",
            description = "options of the service's JVM (default, as in deploy/Dockerfile with half a gigabyte of heap:"
                    + " ${DEFAULT-VALUE})",
            defaultValue = "-Xmx512m,-XX:+UseParallelGC")
    private List<String> jvm = List.of();

    @Option(names = "--statements", description = "with RATE: also what each statement costs the database")
    private boolean statements;

    /** What can be measured by itself. */
    enum Part {
        /** Accepted complaints a second, beside the limit. */
        RATE,
        /** Two hundred requests a second for a long time. */
        STEADY,
        /** What a filing costs with many complaints stored. */
        STORED,
        /** Lists and searches with many complaints stored. */
        LISTS,
        /** A large file. */
        UPLOAD
    }

    /** Made by picocli. */
    public IntakeBench() {}

    @Override
    public Integer call() throws Exception {
        var report = new Report("intake", json, System.out);
        Set<Part> parts = EnumSet.copyOf(only);
        Duration turn = Duration.ofSeconds(chosen(seconds, 10, 3));
        int medians = chosen(turns, 3, 1);
        try (Ground ground = Ground.start("intake", statements);
                Contenders contenders = Contenders.prepare(ground, jvm)) {
            if (parts.contains(Part.RATE)) {
                new Rates(contenders, clients, turn, medians, statements).measure(report);
            }
            if (parts.contains(Part.STEADY)) {
                new Steady(contenders, Duration.ofSeconds(chosen(steady, 600, 20))).measure(report);
            }
            if (parts.contains(Part.UPLOAD)) {
                new LargeUpload(contenders).measure(report);
            }
            if (parts.contains(Part.STORED) || parts.contains(Part.LISTS)) {
                withManyStored(contenders, parts, turn, medians, report);
            }
        }
        return 0;
    }

    private void withManyStored(Contenders contenders, Set<Part> parts, Duration turn, int medians, Report report)
            throws Exception {
        int count = chosen(stored, 1_000_000, 50_000);
        try (Database many = contenders.filled("intake_many", count)) {
            // Lists first: the filings that come then are all of today.
            if (parts.contains(Part.LISTS)) {
                new Lists(contenders, many, chosen(0, 200, 50)).measure(report);
            }
            if (parts.contains(Part.STORED)) {
                new Stored(contenders, many, count, turn, medians).measure(report);
            }
        }
    }

    private int chosen(int given, int full, int brief) {
        if (given > 0) {
            return given;
        }
        return quick ? brief : full;
    }
}
