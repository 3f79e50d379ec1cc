package org.redress.sla.watch;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.redress.sla.setaside.SetAside;
import org.redress.sla.setaside.SetAsideComplaints;

/**
 * One thread that fires what falls due and sleeps until the next due time, or until someone asks for an earlier look. Any
 * number of watches, here and on other nodes, share the work through the database.
 *
 * <p>A round that fails because of a complaint's own data is done again complaint by complaint, so that only that one is
 * set aside. A round that fails because the database is away is tried again after a pause.
 */
final class Watch implements Runnable {
    private static final Logger LOG = Logger.getLogger(Watch.class);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(500);
    private static final Duration PAUSE_WHEN_OTHERS_HOLD_IT = Duration.ofMillis(50);

    private final FireDueLevels fire;
    private final WatchQueries queries;
    private final SetAsideComplaints setAside;
    private final WatchMetrics metrics;
    private final int limit;
    private final Alarm alarm = new Alarm(System::nanoTime);
    private final AtomicLong lastLook = new AtomicLong(System.nanoTime());
    private final AtomicLong lastTry = new AtomicLong(System.nanoTime());
    private volatile boolean stopped;

    Watch(FireDueLevels fire, WatchQueries queries, SetAsideComplaints setAside, WatchMetrics metrics, int limit) {
        this.fire = fire;
        this.queries = queries;
        this.setAside = setAside;
        this.metrics = metrics;
        this.limit = limit;
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
        Round round;
        do {
            round = round();
            metrics.fired(round.fired());
        } while (round.claimed() == limit && !stopped);
        var outlook = queries.outlook();
        metrics.outlook(outlook);
        if (outlook != null) {
            boolean heldByOthers = outlook.untilNext().isNegative() && round.claimed() == 0;
            alarm.within(heldByOthers ? PAUSE_WHEN_OTHERS_HOLD_IT : outlook.untilNext());
        }
        lastLook.set(System.nanoTime());
    }

    private Round round() {
        try {
            return fire.next(limit);
        } catch (RoundFailed failed) {
            if (Failures.mayPass(failed)) {
                throw failed;
            }
            failed.claimed().forEach(this::alone);
            return new Round(0, List.of());
        }
    }

    private void alone(UUID complaintId) {
        try {
            metrics.fired(fire.only(complaintId).fired());
        } catch (RoundFailed failed) {
            if (Failures.mayPass(failed)) {
                throw failed;
            }
            setAside.alone(SetAside.alone(complaintId, SetAside.Stage.FIRE, failed));
        }
    }
}
