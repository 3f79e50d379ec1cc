package org.redress.benchmarks.deadline;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs every case and prints a table of medians; takes JMH's own options besides. */
public final class DeadlineBench {
    /** What a deadline over a year of calendar may take. */
    private static final double LIMIT = 50;

    private DeadlineBench() {}

    /** Exit code 0 if every median of the engine is within the limit, 1 if one is not. */
    public static void main(String[] arguments) throws RunnerException, CommandLineOptionException {
        Collection<RunResult> results = new Runner(options(new CommandLineOptions(arguments))).run();
        boolean kept = true;
        System.out.println("\n| case | median µs | least | most | of the limit |\n|---|---|---|---|---|");
        for (RunResult result : results) {
            List<Double> scores = scores(result);
            double median = median(scores);
            boolean bound = !result.getParams().getBenchmark().endsWith("counter");
            kept &= !bound || median <= LIMIT;
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.3f | %.3f | %.3f | %s |%n",
                    name(result.getParams()),
                    median,
                    scores.get(0),
                    scores.get(scores.size() - 1),
                    bound ? String.format(Locale.ROOT, "%.3f", median / LIMIT) : "");
        }
        System.exit(kept ? 0 : 1);
    }

    /** Short enough to be run often: a minute and a half for all. */
    private static Options options(CommandLineOptions given) {
        return new OptionsBuilder()
                .parent(given)
                .forks(given.getForkCount().orElse(1))
                .warmupIterations(given.getWarmupIterations().orElse(3))
                .warmupTime(given.getWarmupTime().orElse(TimeValue.milliseconds(500)))
                .measurementIterations(given.getMeasurementIterations().orElse(5))
                .measurementTime(given.getMeasurementTime().orElse(TimeValue.seconds(1)))
                .shouldFailOnError(true)
                .build();
    }

    private static List<Double> scores(RunResult result) {
        return result.getBenchmarkResults().stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .map(IterationResult::getPrimaryResult)
                .map(primary -> primary.getScore())
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private static double median(List<Double> sorted) {
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    private static String name(BenchmarkParams params) {
        String path = params.getBenchmark();
        String method = path.substring(path.lastIndexOf('.', path.lastIndexOf('.') - 1) + 1);
        return Stream.concat(Stream.of(method), params.getParamsKeys().stream().map(params::getParam))
                .reduce((a, b) -> a + " " + b)
                .orElse(method);
    }
}
