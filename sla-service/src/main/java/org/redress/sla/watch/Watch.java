package org.redress.sla.watch;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * One thread that fires what falls due and sleeps until the next due time, or until someone asks for an earlier look. It calls
 * helpers when there is more than a set. Any number of watches, here and on other nodes, share the work through the database.
 * A round that fails because the database is away is tried again after a pause.
 */
final class Watch implements Runnable {
    private static final Logger LOG = Logger.getLogger(Watch.class);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(500);
    private static final Duration PAUSE_WHEN_OTHERS_HOLD_IT = Duration.ofMillis(50);

    private final Rounds rounds;
    private final BacklogThreads backlog;
    private final WatchQueries queries;
    private final WatchMetrics metrics;
    private final Alarm alarm = new Alarm(System::nanoTime);
    private final AtomicLong lastLook = new AtomicLong(System.nanoTime());
    private final AtomicLong lastTry = new AtomicLong(System.nanoTime());
    private volatile boolean stopped;

    Watch(Rounds rounds, BacklogThreads backlog, WatchQueries queries, WatchMetrics metrics) {
        this.rounds = rounds;
        this.backlog = backlog;
        this.queries = queries;
        this.metrics = metrics;
    }

    /** Asks for a look after that time at the latest. */
    void lookWithin(Duration delay) {
        alarm.within(delay);
    }

    /** A request for a look that far from now, to be made later: after a commit, say. */
    Runnable plannedLook(Duration delay) {
        long at = alarm.after(delay);
        return () -> alarm.at(at);
    }

    /** Ends {@link #run} after the round it is in. */
    void stop() {
        stopped = true;
        alarm.within(Duration.ZERO);
    }

    /** How long ago the last look succeeded. */
    Duration sinceLastLook() {
        return Duration.ofNanos(System.nanoTime() - lastLook.get());
    }

    /** How long ago the thread last tried to look, in vain or not: whether it lives. */
    Duration sinceLastTry() {
        return Duration.ofNanos(System.nanoTime() - lastTry.get());
    }

    @Override
    public void run() {
        alarm.within(Duration.ZERO);
        while (!stopped) {
            try {
                alarm.await();
                lastTry.set(System.nanoTime());
                look();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.warnf(e, "watch: a look failed, next one in %s", PAUSE_AFTER_FAILURE);
                alarm.within(PAUSE_AFTER_FAILURE);
            }
        }
    }

    private void look() {
        long start = System.nanoTime();
        Rounds.Result first = rounds.one();
        for (var last = first; last == Rounds.Result.MAYBE_MORE && !stopped; last = rounds.one()) {
            backlog.call();
        }
        var outlook = queries.outlook();
        metrics.outlook(outlook);
        if (outlook != null) {
            boolean heldByOthers =
                    first == Rounds.Result.NOTHING && outlook.untilNext().isNegative();
            alarm.within(heldByOthers ? PAUSE_WHEN_OTHERS_HOLD_IT : outlook.untilNext());
        }
        lastLook.set(System.nanoTime());
        if (first == Rounds.Result.NOTHING) {
            metrics.lookedInVain(Duration.ofNanos(System.nanoTime() - start));
        }
    }
}
