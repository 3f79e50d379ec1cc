package org.redress.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints a benchmark's figures as they come: a table for people, or JSON lines for programs. Not thread-safe. */
public final class Report {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String bench;
    private final boolean json;
    private final PrintStream out;

    /** A report of one benchmark. */
    public Report(String bench, boolean json, PrintStream out) {
        this.bench = bench;
        this.json = json;
        this.out = out;
        if (!json) {
            out.printf(Locale.ROOT, "%-44s %12s %-10s %8s  %s%n", bench, "value", "unit", "ratio", "of");
        }
    }

    /** A figure of its own. */
    public void figure(String name, double value, String unit) {
        line(name, value, unit, null, null);
    }

    /**
     * A figure beside another of the same run.
     *
     * @param ratio this figure divided by the other
     * @param of {@code limit}, or the peer's name and version
     */
    public void figure(String name, double value, String unit, double ratio, String of) {
        line(name, value, unit, ratio, of);
    }

    private void line(String name, double value, String unit, @Nullable Double ratio, @Nullable String of) {
        if (json) {
            var line = JSON.createObjectNode()
                    .put("bench", bench)
                    .put("case", name)
                    .put("value", value)
                    .put("unit", unit);
            out.println(line.put("ratio", ratio).put("of", of));
        } else {
            String beside = ratio == null ? "" : String.format(Locale.ROOT, "%.2f", ratio);
            out.printf(Locale.ROOT, "%-44s %12.2f %-10s %8s  %s%n", name, value, unit, beside, of == null ? "" : of);
        }
    }
}
