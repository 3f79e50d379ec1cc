package org.redress.benchmarks;

import java.util.Arrays;
import java.util.Collection;

/** Percentiles of measured values, by the nearest rank. Immutable. */
public final class Percentiles {
    private final double[] sorted;

    /**
     * Takes the values.
     *
     * @throws IllegalArgumentException when there are none
     */
    public Percentiles(Collection<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        this.sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    /** The smallest value that at least {@code percent} of all values do not exceed. */
    public double at(double percent) {
        int rank = (int) Math.ceil(percent / 100 * sorted.length);
        return sorted[Math.max(0, rank - 1)];
    }

    /** The largest value. */
    public double max() {
        return sorted[sorted.length - 1];
    }

    @Override
    public String toString() {
        return Arrays.toString(sorted);
    }
}
