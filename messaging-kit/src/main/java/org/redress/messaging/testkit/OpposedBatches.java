package org.redress.messaging.testkit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.redress.messaging.EventHandler;
import org.redress.messaging.IncomingEvent;

/**
 * Two readers of one service, each with a transaction of several events, in the worst order there is: each has handled its first
 * event before either goes on. Where they hold what the other waits for, the database ends one of them.
 */
public final class OpposedBatches {
    private static final long MEETING_MS = 2_000;
    private static final long PATIENCE_S = 60;

    private OpposedBatches() {}

    /**
     * Runs both to their end.
     *
     * @throws java.util.concurrent.ExecutionException when one of them failed, for example because of a deadlock
     * @throws Exception when they do not end within a minute
     */
    public static void run(
            EventHandler one, List<IncomingEvent> events, EventHandler other, List<IncomingEvent> othersEvents)
            throws Exception {
        var met = new CountDownLatch(2);
        ExecutorService readers = Executors.newFixedThreadPool(2);
        try {
            Future<?> first = readers.submit(reader(one, events, met));
            Future<?> second = readers.submit(reader(other, othersEvents, met));
            first.get(PATIENCE_S, TimeUnit.SECONDS);
            second.get(PATIENCE_S, TimeUnit.SECONDS);
        } finally {
            readers.shutdownNow();
        }
    }

    private static Callable<Boolean> reader(EventHandler handler, List<IncomingEvent> events, CountDownLatch met) {
        return () -> QuarkusTransaction.requiringNew().call(() -> {
            handler.lockFirst(events);
            handler.handle(events.get(0));
            met.countDown();
            // Whoever waits for the other's locks does not come here; then this one goes on alone.
            boolean both = met.await(MEETING_MS, TimeUnit.MILLISECONDS);
            for (IncomingEvent event : events.subList(1, events.size())) {
                handler.handle(event);
            }
            return both;
        });
    }
}
