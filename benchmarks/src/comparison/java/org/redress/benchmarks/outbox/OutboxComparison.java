package org.redress.benchmarks.outbox;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Compares the product's own outbox with gruelbox transaction-outbox and Debezium embedded: events a second through to a
 * reader of the topic under full load, and the delay from commit to reader under a steady load. All on one PostgreSQL with
 * fsync on and one broker, one after the other and in turns; the table shows medians over the runs.
 */
@SuppressWarnings("try") // close() waits and may be interrupted; then the whole run ends
public final class OutboxComparison {
    private static final int WARM_UP = 4_000;
    private static final int FLOOD = 16_000;
    private static final int TRICKLE = 2_000;
    private static final int PER_SECOND = 200;

    private record Run(double perSecond, double p50, double p99, int outOfOrder, int doubled) {}

    private interface Maker {
        Contender make(Ground ground, String topic, String database) throws Exception;
    }

    private OutboxComparison() {}

    /**
     * Runs the comparison and prints a table and, with {@code --json}, one JSON line a figure.
     *
     * @param args {@code --runs N} (3), {@code --skip own|gruelbox|debezium}, {@code --json}
     */
    public static void main(String[] args) throws Exception {
        var arguments = List.of(args);
        int runs = arguments.contains("--runs") ? Integer.parseInt(arguments.get(arguments.indexOf("--runs") + 1)) : 3;
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Map<String, Maker> makers = new LinkedHashMap<>();
        makers.put("own", OwnOutbox::new);
        makers.put("gruelbox", GruelboxOutbox::new);
        makers.put("debezium", DebeziumOutbox::new);
        if (arguments.contains("--skip")) {
            makers.remove(arguments.get(arguments.indexOf("--skip") + 1));
        }
        Map<String, List<Run>> results = new LinkedHashMap<>();
        Path dir = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "outbox-comparison");
        try (var ground = Ground.start(dir)) {
            out.printf("fsync %s, wal_level %s%n", ground.setting("fsync"), ground.setting("wal_level"));
            for (int run = 1; run <= runs; run++) {
                for (var maker : makers.entrySet()) {
                    String id = maker.getKey() + "_" + run;
                    measure(ground, maker.getValue(), id, results, out);
                }
            }
        }
        print(results, arguments.contains("--json"), out);
    }

    private static void measure(
            Ground ground, Maker maker, String id, Map<String, List<Run>> results, PrintStream out) throws Exception {
        try (var contender = maker.make(ground, id, id);
                var arrivals = new Arrivals(ground.bootstrapServers(), id)) {
            var load = new Load(contender, arrivals);
            load.flood(WARM_UP);
            double perSecond = load.flood(FLOOD);
            var latencies = new ArrayList<>(load.trickle(TRICKLE, PER_SECOND));
            latencies.sort(Double::compare);
            var run = new Run(
                    perSecond,
                    latencies.get(TRICKLE / 2),
                    latencies.get(TRICKLE * 99 / 100),
                    arrivals.outOfOrder(),
                    arrivals.doubled());
            out.println(id + ": " + run);
            results.computeIfAbsent(contender.name(), name -> new ArrayList<>()).add(run);
        }
    }

    private static void print(Map<String, List<Run>> results, boolean json, PrintStream out) {
        out.printf("%n%-38s %10s %10s %10s %14s %9s%n", "median", "events/s", "p50 ms", "p99 ms", "out of order", "doubled");
        results.forEach((name, runs) -> {
            double perSecond = median(runs.stream().map(Run::perSecond).toList());
            double p50 = median(runs.stream().map(Run::p50).toList());
            double p99 = median(runs.stream().map(Run::p99).toList());
            int outOfOrder = runs.stream().mapToInt(Run::outOfOrder).sum();
            int doubled = runs.stream().mapToInt(Run::doubled).sum();
            out.printf(
                    Locale.ROOT,
                    "%-38s %10.0f %10.1f %10.1f %14d %9d%n",
                    name,
                    perSecond,
                    p50,
                    p99,
                    outOfOrder,
                    doubled);
            if (json) {
                line(out, "throughput", name, perSecond, "events/s");
                line(out, "commit-to-reader p50", name, p50, "ms");
                line(out, "commit-to-reader p99", name, p99, "ms");
            }
        });
    }

    private static void line(PrintStream out, String what, String name, double value, String unit) {
        out.printf(
                Locale.ROOT,
                "{\"bench\":\"outbox\",\"case\":\"%s, %s\",\"value\":%.1f,\"unit\":\"%s\"}%n",
                what,
                name,
                value,
                unit);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
