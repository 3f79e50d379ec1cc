package org.redress.sla.complaint;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/** Shows how many kept events say that they happened well after they were received. */
@ApplicationScoped
class CountOddEvents {
    private final EventRepository events;
    private final AtomicLong ahead = new AtomicLong();

    CountOddEvents(EventRepository events, MeterRegistry registry) {
        this.events = events;
        registry.gauge("redress.sla.events.ahead", ahead);
    }

    @Scheduled(
            every = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void count() {
        ahead.set(events.countAhead());
    }
}
