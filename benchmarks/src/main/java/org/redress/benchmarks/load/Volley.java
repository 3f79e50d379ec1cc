package org.redress.benchmarks.load;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.benchmarks.Percentiles;

/** What a load came to: the milliseconds of each answer, and the failures. Used by one thread at a time. */
public final class Volley {
    private final List<Double> millis = new ArrayList<>();
    private double seconds;
    private int failures;
    private @Nullable String firstFailure;

    void answered(double tookMillis) {
        millis.add(tookMillis);
    }

    void failed(String how) {
        failures++;
        if (firstFailure == null) {
            firstFailure = how;
        }
    }

    void lasted(double took) {
        seconds = took;
    }

    /** How many answers there were. */
    public int answers() {
        return millis.size();
    }

    /** Answers a second. */
    public double perSecond() {
        return millis.size() / seconds;
    }

    /** Milliseconds from when a request was due to its answer. */
    public Percentiles latency() {
        return new Percentiles(millis);
    }

    /**
     * This, when everything was answered as expected.
     *
     * @throws IllegalStateException naming the first failure
     */
    public Volley checked() {
        if (failures > 0) {
            throw new IllegalStateException(
                    failures + " of " + (failures + millis.size()) + " requests failed, the first: " + firstFailure);
        }
        return this;
    }
}
