package org.redress.intake.chain;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/** How far the roots in the database and those outside it are apart, at the last turn. Thread-safe. */
@ApplicationScoped
class RootMetrics {
    private final AtomicLong ahead = new AtomicLong();

    RootMetrics(MeterRegistry meters) {
        Gauge.builder("redress.chain.roots.set.back", ahead, files -> Math.max(0, files.doubleValue()))
                .description(
                        "Roots that the files know and the database does not: it was set back, or roots were deleted")
                .register(meters);
        Gauge.builder("redress.chain.roots.unwritten", ahead, files -> Math.max(0, -files.doubleValue()))
                .description("Roots of the database that the files do not have yet")
                .register(meters);
    }

    /**
     * Takes over what a turn found.
     *
     * @param inDatabase the number of the newest root there, 0 for none
     * @param inFiles likewise
     */
    void compared(long inDatabase, long inFiles) {
        ahead.set(inFiles - inDatabase);
    }
}
