package org.redress.benchmarks.timers;

import java.util.List;
import java.util.concurrent.Callable;
import org.redress.benchmarks.Report;
import org.redress.benchmarks.ground.Ground;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The watch of sla-service, the shipped service in a process of its own, on one PostgreSQL with fsync on, beside db-scheduler
 * and beside one SQL statement that writes the same rows. Every count is checked; a level lost or doubled ends the run.
 */
@Command(name = "timers", description = "Firing, punctuality, arming and the idle cost of armed clocks.")
public final class TimersBench implements Callable<Integer> {
    @Option(names = "--json", description = "JSON lines instead of a table")
    private boolean json;

    @Option(names = "--clocks", description = "armed throughout (default: ${DEFAULT-VALUE})", defaultValue = "1000000")
    private int clocks;

    @Option(names = "--levels", description = "due at once (default: ${DEFAULT-VALUE})", defaultValue = "100000")
    private int levels;

    @Option(names = "--turns", description = "medians of so many (default: ${DEFAULT-VALUE})", defaultValue = "3")
    private int turns;

    @Option(names = "--threads", description = "of db-scheduler (default: ${DEFAULT-VALUE})", defaultValue = "20")
    private int threads;

    @Option(
            names = "--only",
            split = ",",
            description = "the parts to run (default: ${DEFAULT-VALUE})",
            defaultValue = "IDLE,PUNCTUAL,FIRING,ARMING,KAFKA")
    private List<Part> only = List.of();

    /** What can be measured by itself. */
    enum Part {
        /** What armed clocks cost while nothing is due. */
        IDLE,
        /** How late levels are that fall due one by one. */
        PUNCTUAL,
        /** Many levels due at once. */
        FIRING,
        /** Storing clocks. */
        ARMING,
        /** Many levels due at once, until they are on the topic. */
        KAFKA
    }

    /** Made by picocli. */
    public TimersBench() {}

    @Override
    public Integer call() throws Exception {
        var report = new Report("timers", json, System.out);
        try (Ground ground = Ground.start("timers");
                Contenders contenders = Contenders.prepare(ground, clocks, threads)) {
            for (Part part : only) {
                switch (part) {
                    case IDLE -> new IdleCost(contenders).measure(report, turns);
                    case PUNCTUAL -> new Punctuality(contenders).measure(report);
                    case FIRING -> new MassFiring(contenders).measure(report, levels, turns);
                    case ARMING -> new Arming(contenders).measure(report, levels, turns);
                    case KAFKA -> new ThroughToKafka(contenders).measure(report, levels);
                }
            }
        }
        return 0;
    }
}
