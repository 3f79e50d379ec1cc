package org.redress.benchmarks.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;

/** Looks at a value from time to time, and says which way it goes. Thread-safe. */
public final class Trend implements AutoCloseable {
    private final DoubleSupplier value;
    private final List<Sample> samples = new ArrayList<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final long start = System.nanoTime();
    private final ScheduledFuture<?> looks;

    private record Sample(double minute, double value) {}

    /** Has looked when it is made, and looks again and again. */
    public Trend(DoubleSupplier value, long everyMillis) {
        this.value = value;
        look();
        this.looks = clock.scheduleAtFixedRate(this::look, everyMillis, everyMillis, TimeUnit.MILLISECONDS);
    }

    /** The largest value at a look. */
    public synchronized double peak() {
        return samples.stream().mapToDouble(Sample::value).max().orElse(0);
    }

    /** By how much it rises a minute, by least squares. The first quarter does not count: caches and pools fill. */
    public synchronized double slope() {
        List<Sample> later = samples.subList(samples.size() / 4, samples.size());
        double meanX = later.stream().mapToDouble(Sample::minute).average().orElse(0);
        double meanY = later.stream().mapToDouble(Sample::value).average().orElse(0);
        double covariance = 0;
        double variance = 0;
        for (Sample sample : later) {
            covariance += (sample.minute - meanX) * (sample.value - meanY);
            variance += (sample.minute - meanX) * (sample.minute - meanX);
        }
        return variance == 0 ? 0 : covariance / variance;
    }

    @Override
    public void close() {
        looks.cancel(false);
        clock.shutdown();
        try {
            clock.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        double seen = value.getAsDouble();
        synchronized (this) {
            samples.add(new Sample((System.nanoTime() - start) / 60e9, seen));
        }
    }
}
