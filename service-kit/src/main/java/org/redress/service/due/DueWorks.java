package org.redress.service.due;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The service's {@link DueWork}: polled while the service runs, and ended with it. Thread-safe. */
@Singleton
public class DueWorks {
    /** The platform's scheduler looks at its triggers once a second, which is late for a pause of less. */
    private final ScheduledExecutorService polls = Executors.newSingleThreadScheduledExecutor(DueWorks::daemon);

    private final List<DueWork> works = new CopyOnWriteArrayList<>();

    /**
     * Begins a work: woken by whoever makes a row due, and by a poll for repeats and for what a dead process left.
     *
     * @param what the rows
     * @param workers how many are taken up at once
     * @param poll how often due rows are looked for without being woken
     * @param takeNext see {@link DueWork}
     */
    public DueWork begin(String what, int workers, Duration poll, BooleanSupplier takeNext) {
        var work = new DueWork(what, workers, takeNext);
        works.add(work);
        var unused = polls.scheduleWithFixedDelay(work::wake, poll.toMillis(), poll.toMillis(), TimeUnit.MILLISECONDS);
        return work;
    }

    /** Ends after the calls under way, which are bounded. */
    void stop(@Observes ShutdownEvent event) {
        polls.shutdownNow();
        // All at once first, so that they end beside each other.
        works.forEach(DueWork::stop);
        works.forEach(DueWork::close);
    }

    private static Thread daemon(Runnable task) {
        var thread = new Thread(task, "due-polls");
        thread.setDaemon(true);
        return thread;
    }
}
