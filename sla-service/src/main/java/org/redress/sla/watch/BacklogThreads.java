package org.redress.sla.watch;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Further hands for a backlog: threads that do rounds beside the watch's own as long as there are full sets, and end when
 * there is nothing more. Without a backlog there are none, so that an idle watch costs one thread. Thread safe.
 */
final class BacklogThreads implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(BacklogThreads.class);

    private final Rounds rounds;
    private final Semaphore free;
    private final ThreadPoolExecutor threads;

    /** At most so many at once; none is fine. */
    BacklogThreads(Rounds rounds, int most) {
        this.rounds = rounds;
        this.free = new Semaphore(most);
        this.threads = new ThreadPoolExecutor(
                0, Math.max(1, most), 10, TimeUnit.SECONDS, new SynchronousQueue<>(), BacklogThreads::thread);
    }

    /** Has another one help, unless all do already. Returns at once. */
    void call() {
        if (free.tryAcquire()) {
            try {
                threads.execute(this::help);
            } catch (RejectedExecutionException e) {
                free.release();
                LOG.debug("watch: no help, it is closing or the last helper is still leaving");
            }
        }
    }

    /** Lets the rounds under way end and starts no more. */
    @Override
    public void close() {
        threads.shutdown();
    }

    private void help() {
        try {
            Rounds.Result result;
            do {
                result = rounds.one();
            } while (result == Rounds.Result.MAYBE_MORE && !threads.isShutdown());
        } catch (RuntimeException e) {
            // The watch itself meets the same, pauses and calls again.
            LOG.warnf("watch: a helper gave up: %s", e.getMessage());
        } finally {
            free.release();
        }
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "sla-watch-helper");
        thread.setDaemon(true);
        return thread;
    }
}
