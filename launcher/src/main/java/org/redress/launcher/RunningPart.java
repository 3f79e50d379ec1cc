package org.redress.launcher;

import java.time.Duration;
import org.redress.launcher.process.ProcessStamp;
import org.redress.launcher.process.Signals;
import org.redress.launcher.process.Supervised;

/** One process of a running {@link Redress}, for tests that disturb it. Thread-safe. */
public final class RunningPart {
    private static final Duration LONGEST_START = Duration.ofMinutes(2);

    private final Supervised supervised;

    RunningPart(Supervised supervised) {
        this.supervised = supervised;
    }

    /** Where it is reached. */
    public String url() {
        return supervised.part().url();
    }

    /** Its pid now; 0 while it is down. */
    public long pid() {
        return supervised.part().stamp().map(ProcessStamp::pid).orElse(0L);
    }

    /** {@code kill -9}; it stays down until {@link #start()}. */
    public void kill() {
        supervised.killAndHold();
    }

    /** {@code kill -9}; the launcher notices and starts it again by itself. */
    public void crash() {
        supervised.part().kill();
    }

    /** {@code kill -STOP}: it stands still and keeps its connections and locks, until {@link #goOn()}. */
    public void freeze() {
        Signals.stop(runningPid());
    }

    /** {@code kill -CONT}, after {@link #freeze()}. */
    public void goOn() {
        Signals.goOn(runningPid());
    }

    /** Stops it in order; it stays down until {@link #start()}. */
    public void stop() {
        supervised.stopAndHold();
    }

    /**
     * Starts it again and returns when it is ready.
     *
     * @throws LaunchException when it does not become ready within two minutes
     */
    public void start() {
        supervised.startAgain();
        awaitReady();
    }

    /** Lets it start again after {@link #kill()} or {@link #stop()}; returns at once. */
    public void letStart() {
        supervised.startAgain();
    }

    /** Ends it with {@code kill -9} if it runs, starts it again and returns when it is ready. */
    public void restart() {
        kill();
        start();
    }

    /** Returns when it is ready. */
    public void awaitReady() {
        if (!supervised.awaitUp(LONGEST_START)) {
            throw new LaunchException(
                    supervised.part().name() + " was not ready within " + LONGEST_START.toMinutes() + " minutes");
        }
    }

    /** Whether it is ready. */
    public boolean isReady() {
        return supervised.status() == Supervised.Status.UP;
    }

    /** A signal to pid 0 would reach the test itself. */
    private long runningPid() {
        long pid = pid();
        if (pid == 0) {
            throw new IllegalStateException(supervised.part().name() + " does not run");
        }
        return pid;
    }
}
