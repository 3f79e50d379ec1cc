package org.redress.intake.remedy;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Delivers orders as they fall due: woken right after a command commits, and by a poll for retries and for what a dead process
 * left. A few run at once, so that one platform that hangs does not hold up the others. Thread-safe.
 */
@ApplicationScoped
public class RemedyOrderWorker {
    private static final Logger LOG = Logger.getLogger(RemedyOrderWorker.class);
    private static final int IDLE_SECONDS = 30;
    private static final int SHUTDOWN_SECONDS = 8;

    private final DeliverRemedyOrder deliverRemedyOrder;
    private final ThreadPoolExecutor threads;
    private volatile boolean stopping;

    RemedyOrderWorker(DeliverRemedyOrder deliverRemedyOrder, RemedySettings settings) {
        this.deliverRemedyOrder = deliverRemedyOrder;
        // One waiting wake-up is as good as many: each drains all that is due.
        this.threads = new ThreadPoolExecutor(
                settings.workers(),
                settings.workers(),
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(1),
                new ThreadPoolExecutor.DiscardPolicy());
        this.threads.allowCoreThreadTimeOut(true);
    }

    /** Looks for due orders now, on a thread of its own. */
    public void wake() {
        threads.execute(this::drain);
    }

    @Scheduled(
            every = "{redress.intake.remedy.poll}",
            skipExecutionIf = Scheduled.ApplicationNotRunning.class,
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void poll() {
        wake();
    }

    /** Ends after the calls under way, which are bounded; an order that is cut off here is looked up after the next start. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        threads.shutdown();
        if (!threads.awaitTermination(SHUTDOWN_SECONDS, TimeUnit.SECONDS)) {
            threads.shutdownNow();
        }
    }

    private void drain() {
        try {
            boolean more = true;
            while (more && !stopping) {
                more = deliverRemedyOrder.deliverNext();
            }
        } catch (RuntimeException e) {
            // The database is away or went away: the rows stay due, the next poll takes them up.
            LOG.warn("remedy orders could not be delivered, the next poll tries again", e);
        }
    }
}
