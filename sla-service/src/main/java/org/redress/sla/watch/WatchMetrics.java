package org.redress.sla.watch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.redress.sla.watch.WatchQueries.Outlook;

/** What the watch shows of itself; labels name kinds, never a complaint. */
@ApplicationScoped
class WatchMetrics {
    private final MeterRegistry registry;
    private final AtomicLong lagMicros = new AtomicLong();

    WatchMetrics(MeterRegistry registry) {
        this.registry = registry;
        registry.gauge("redress.sla.watch.lag.seconds", lagMicros, micros -> micros.get() / 1e6);
    }

    /** Counts fired levels and how late each was. */
    void fired(List<FiredLevel> levels) {
        for (FiredLevel level : levels) {
            Timer.builder("redress.sla.watch.lateness")
                    .description("From the time a level was to fire to the time it was noticed")
                    .tag("kind", level.kind())
                    .publishPercentileHistogram()
                    .register(registry)
                    .record(level.lateBy());
        }
    }

    /** Notes how long the oldest due level has been waiting; nothing waits when it lies ahead. */
    void outlook(@Nullable Outlook outlook) {
        Duration lag = outlook == null ? Duration.ZERO : outlook.untilNext().negated();
        lagMicros.set(Math.max(0, lag.toNanos() / 1000));
    }
}
