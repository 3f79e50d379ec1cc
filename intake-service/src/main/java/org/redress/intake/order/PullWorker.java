package org.redress.intake.order;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.redress.intake.sellingplatform.SellingPlatforms;

/**
 * Pulls orders as they fall due: woken right after a filing commits, and by a poll for repeats and for what a dead process
 * left. Does nothing where no platform is connected. Thread-safe.
 */
@Singleton
class PullWorker {
    private static final Logger LOG = Logger.getLogger(PullWorker.class);

    private final PullOrder pullOrder;
    private final SellingPlatforms platforms;
    private final ThreadPoolExecutor threads;
    private volatile boolean stopping;

    PullWorker(PullOrder pullOrder, SellingPlatforms platforms, OrderSettings settings) {
        this.pullOrder = pullOrder;
        this.platforms = platforms;
        // One waiting wake-up is as good as many: each drains all that is due.
        this.threads = new ThreadPoolExecutor(
                settings.workers(),
                settings.workers(),
                30,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(1),
                new ThreadPoolExecutor.DiscardPolicy());
        this.threads.allowCoreThreadTimeOut(true);
    }

    /** Looks for due orders now, on a thread of its own. */
    void wake() {
        if (platforms.connected()) {
            threads.execute(this::drain);
        }
    }

    @Scheduled(
            every = "${redress.intake.order.poll}",
            skipExecutionIf = Scheduled.ApplicationNotRunning.class,
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void poll() {
        wake();
    }

    /** Ends after the call under way, which is bounded; what it leaves comes back by itself. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        threads.shutdown();
        if (!threads.awaitTermination(8, TimeUnit.SECONDS)) {
            threads.shutdownNow();
        }
    }

    private void drain() {
        try {
            boolean more = true;
            while (more && !stopping) {
                more = pullOrder.pullNext();
            }
        } catch (RuntimeException e) {
            // The database is away or went away: the rows stay due, the next poll takes them up.
            LOG.warn("orders could not be pulled, the next poll tries again", e);
        }
    }
}
