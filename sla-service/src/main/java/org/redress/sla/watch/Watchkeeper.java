package org.redress.sla.watch;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.ScheduledExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.redress.sla.setaside.SetAsideComplaints;

/**
 * Keeps this instance's watch: starts and stops its thread, wakes it for what this instance has just armed, and once a
 * second for what others have armed or left behind.
 */
@ApplicationScoped
public class Watchkeeper {
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    private final BacklogThreads backlog;
    private final Watch watch;
    private final Thread thread;

    Watchkeeper(
            FireDueLevels fire,
            WatchQueries queries,
            SetAsideComplaints setAside,
            WatchMetrics metrics,
            MeterRegistry registry,
            WatchConfig config) {
        var rounds = new Rounds(fire, setAside, metrics, config.limit());
        this.backlog = new BacklogThreads(rounds, config.threads() - 1);
        this.watch = new Watch(rounds, backlog, queries, metrics);
        this.thread = new Thread(watch, "sla-watch");
        this.thread.setDaemon(true);
        registry.gauge(
                "redress.sla.watch.heartbeat.age.seconds",
                watch,
                w -> w.sinceLastLook().toNanos() / 1e9);
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        backlog.close();
        watch.stop();
        TimeUnit.MILLISECONDS.timedJoin(thread, STOP_WITHIN.toMillis());
    }

    /**
     * A request for a look, to be made by the caller once what is to be seen is committed.
     *
     * @param delay how far ahead the look lies now, as the database's clock says; zero or less: at once
     */
    public Runnable plannedLook(Duration delay) {
        return watch.plannedLook(delay);
    }

    /** How long ago the watch last looked with success. */
    Duration sinceLastLook() {
        return watch.sinceLastLook();
    }

    /** How long ago the watch last tried to look. */
    Duration sinceLastTry() {
        return watch.sinceLastTry();
    }

    @Scheduled(
            every = "{redress.sla.watch.tick}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = NothingToDo.class)
    void tick() {
        watch.lookWithin(Duration.ZERO);
    }

    /** No tick before the application runs, nor when the watch has just looked for reasons of its own. */
    @ApplicationScoped
    static class NothingToDo implements Scheduled.SkipPredicate {
        private final Duration justNow;
        private final Scheduled.ApplicationNotRunning notRunning;
        private final Watchkeeper keeper;

        NothingToDo(Scheduled.ApplicationNotRunning notRunning, Watchkeeper keeper, WatchConfig config) {
            this.justNow = config.tick().dividedBy(2);
            this.notRunning = notRunning;
            this.keeper = keeper;
        }

        @Override
        public boolean test(ScheduledExecution execution) {
            return notRunning.test(execution) || keeper.sinceLastLook().compareTo(justNow) < 0;
        }
    }
}
