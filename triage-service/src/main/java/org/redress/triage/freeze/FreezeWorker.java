package org.redress.triage.freeze;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Delivers freezes as they fall due: woken right after an order commits, and by a poll for retries and for what a dead
 * process left. A few run at once, so that one platform that hangs does not hold up the others. Thread-safe.
 */
@Singleton
public class FreezeWorker {

    private static final Logger LOG = Logger.getLogger(FreezeWorker.class);

    private final DeliverFreeze deliverFreeze;
    private final ThreadPoolExecutor threads;
    private volatile boolean stopping;

    FreezeWorker(DeliverFreeze deliverFreeze, FreezeSettings settings) {
        this.deliverFreeze = deliverFreeze;
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

    /** Looks for due freezes now, on a thread of its own. */
    public void wake() {
        threads.execute(this::drain);
    }

    @Scheduled(
            every = "${redress.triage.freeze.poll}",
            skipExecutionIf = Scheduled.ApplicationNotRunning.class,
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void poll() {
        wake();
    }

    /** Ends after the call under way, which is bounded; a claim that is cut off here is looked up after the next start. */
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
                more = deliverFreeze.deliverNext();
            }
        } catch (RuntimeException e) {
            // The database is away or went away: the rows stay due, the next poll takes them up.
            LOG.warn("freezes could not be delivered, the next poll tries again", e);
        }
    }
}
