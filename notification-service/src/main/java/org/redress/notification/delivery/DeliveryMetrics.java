package org.redress.notification.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.redress.notification.planning.Channel;

/** Counts by channel and state, and nothing finer: no tenant, person or number is ever a label. */
@ApplicationScoped
public class DeliveryMetrics {
    private final MeterRegistry registry;
    private final DeliveryRepository deliveries;
    private final Map<DeliveryRepository.OpenKey, AtomicLong> open = new ConcurrentHashMap<>();

    DeliveryMetrics(MeterRegistry registry, DeliveryRepository deliveries) {
        this.registry = registry;
        this.deliveries = deliveries;
    }

    /** A delivery has ended. */
    public void ended(Channel channel, DeliveryState state) {
        registry.counter("redress.notifications.ended", tags(channel, state)).increment();
    }

    @Scheduled(
            every = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void countOpen() {
        Map<DeliveryRepository.OpenKey, Long> counts = deliveries.open();
        counts.keySet().forEach(key -> open.computeIfAbsent(key, this::gauge));
        open.forEach((key, value) -> value.set(counts.getOrDefault(key, 0L)));
    }

    private AtomicLong gauge(DeliveryRepository.OpenKey key) {
        return registry.gauge("redress.notifications.open", tags(key.channel(), key.state()), new AtomicLong());
    }

    private static Tags tags(Channel channel, DeliveryState state) {
        return Tags.of(
                "channel",
                channel.name().toLowerCase(Locale.ROOT),
                "state",
                state.name().toLowerCase(Locale.ROOT));
    }
}
