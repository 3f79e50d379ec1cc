package org.redress.benchmarks.intake;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.benchmarks.Percentiles;

/** What a load came to: the milliseconds of each answer, and the failures. Used by one thread at a time. */
final class Volley {
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

    int answers() {
        return millis.size();
    }

    double perSecond() {
        return millis.size() / seconds;
    }

    Percentiles latency() {
        return new Percentiles(millis);
    }

    /**
     * This, when everything was answered as expected.
     *
     * @throws IllegalStateException naming the first failure
     */
    Volley checked() {
        if (failures > 0) {
            throw new IllegalStateException(
                    failures + " of " + (failures + millis.size()) + " requests failed, the first: " + firstFailure);
        }
        return this;
    }
}
