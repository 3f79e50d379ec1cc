package org.redress.system.deadlines;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** How late something was, in milliseconds: the median, the 99th percentile and the worst. */
record Lateness(long p50, long p99, long max) {

    static Lateness of(Collection<Duration> all) {
        List<Long> sorted = all.stream().map(Duration::toMillis).sorted().toList();
        return new Lateness(at(sorted, 0.50), at(sorted, 0.99), at(sorted, 1));
    }

    private static long at(List<Long> sorted, double share) {
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }
}
