package org.redress.sla.watch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.redress.deadline.policy.LevelKind;
import org.redress.sla.watch.WatchQueries.Outlook;

/** What the watch shows of itself; labels name kinds, never a complaint. */
@ApplicationScoped
class WatchMetrics {
    private final MeterRegistry registry;
    private final AtomicLong lagMicros = new AtomicLong();
    private final Map<String, Timer> lateness = new ConcurrentHashMap<>();
    private final Timer looks;
    private final Timer rounds;

    WatchMetrics(MeterRegistry registry) {
        this.registry = registry;
        registry.gauge("redress.sla.watch.lag.seconds", lagMicros, micros -> micros.get() / 1e6);
        this.looks = registry.timer("redress.sla.watch.look");
        this.rounds = registry.timer("redress.sla.watch.round");
        // From the start, so that an alert on their growth also sees the first level that fires.
        for (LevelKind kind : LevelKind.values()) {
            lateness.put(kind.name(), lateness(kind.name()));
        }
    }

    /** Notes how long a look took that found nothing to fire. */
    void lookedInVain(Duration took) {
        looks.record(took);
    }

    /** Counts the levels of a round that fired, how late each was, and how long the round took. */
    void fired(List<FiredLevel> levels, Duration took) {
        rounds.record(took);
        levels.forEach(
                level -> lateness.computeIfAbsent(level.kind(), this::lateness).record(level.lateBy()));
    }

    /** Notes how long the oldest due level has been waiting; nothing waits when it lies ahead. */
    void outlook(@Nullable Outlook outlook) {
        Duration lag = outlook == null ? Duration.ZERO : outlook.untilNext().negated();
        lagMicros.set(Math.max(0, lag.toNanos() / 1000));
    }

    private Timer lateness(String kind) {
        return Timer.builder("redress.sla.watch.lateness")
                .description("From the time a level was to fire to the time it was noticed")
                .tag("kind", kind)
                .publishPercentileHistogram()
                .register(registry);
    }
}
