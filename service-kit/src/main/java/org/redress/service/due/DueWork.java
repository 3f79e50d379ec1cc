package org.redress.service.due;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * A few threads that take up rows as they fall due. More than one, so that a row whose call hangs does not hold up the others.
 *
 * <p>Which row comes next and what is done with it is the caller's {@code takeNext}; any number of instances may run it on one
 * table, if it keeps to this: the claim is a transaction of its own, takes its row {@code for update skip locked}, counts the
 * attempt and moves the row's due time ahead, so that it comes back by itself should this process die; no transaction is open
 * during a call; every later write names the attempt and does nothing if somebody else has claimed the row since. Thread-safe.
 */
public final class DueWork implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(DueWork.class);
    private static final int IDLE_SECONDS = 30;
    private static final Duration STOP = Duration.ofSeconds(8);

    private final String what;
    private final BooleanSupplier takeNext;
    private final ThreadPoolExecutor threads;
    private volatile boolean stopping;

    /**
     * Work that does nothing until it is woken.
     *
     * @param what the rows, for logs and the names of threads
     * @param workers how many are taken up at once
     * @param takeNext takes up what is due longest, and says whether anything was. What it throws ends this thread's turn:
     *     the rows stay due, and the next wake-up takes them up
     */
    public DueWork(String what, int workers, BooleanSupplier takeNext) {
        this.what = what;
        this.takeNext = takeNext;
        // One waiting wake-up is as good as many: each drains all that is due.
        this.threads = new ThreadPoolExecutor(
                workers,
                workers,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(1),
                named(what),
                new ThreadPoolExecutor.DiscardPolicy());
        this.threads.allowCoreThreadTimeOut(true);
    }

    /** Looks for due rows now, on a thread of its own; for use right after the commit that made one due. */
    public void wake() {
        threads.execute(this::drain);
    }

    /** Takes up nothing more; what is under way goes on. */
    void stop() {
        stopping = true;
        threads.shutdown();
    }

    /**
     * Takes up nothing more, waits for what is under way, and interrupts it after a few seconds; such a row comes back when its
     * claim has run out.
     */
    @Override
    public void close() {
        close(STOP);
    }

    void close(Duration atMost) {
        stop();
        try {
            if (threads.awaitTermination(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
            LOG.warnf("%s: cut off in the middle, to be taken up again after the next start", what);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.shutdownNow();
    }

    private void drain() {
        try {
            boolean more = true;
            while (more && !stopping) {
                more = takeNext.getAsBoolean();
            }
        } catch (RuntimeException e) {
            // Most likely the database is away: that is no reason to lose a thread.
            LOG.warnf(e, "%s: could not be taken up, the next poll tries again", what);
        }
    }

    private static ThreadFactory named(String what) {
        var count = new AtomicInteger();
        return task -> {
            var thread = new Thread(task, what.replace(' ', '-') + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
