package org.redress.benchmarks;

import org.redress.benchmarks.board.BoardBench;
import org.redress.benchmarks.intake.IntakeBench;
import org.redress.benchmarks.intake.SearchBench;
import org.redress.benchmarks.path.PathBench;
import org.redress.benchmarks.relay.RelayBench;
import org.redress.benchmarks.timers.TimersBench;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./redress bench NAME}: runs one benchmark. */
@Command(
        name = "bench",
        subcommands = {
            BoardBench.class,
            IntakeBench.class,
            PathBench.class,
            RelayBench.class,
            SearchBench.class,
            TimersBench.class
        },
        description = "Runs a benchmark and prints a table, or JSON lines with --json.")
public final class Benchmarks {
    private Benchmarks() {}

    /** Runs the benchmark named first; exit code 0 when it ran. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Benchmarks())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }
}
