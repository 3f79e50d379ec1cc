package org.redress.launcher.process;

import java.io.IOException;
import java.time.Duration;

/**
 * One part under watch: a thread of its own starts it, waits until it is ready, notices its end and starts it again. All
 * starting and orderly stopping happens on that thread, so that a stop never overtakes a start and leaves a process behind.
 *
 * <p>Thread-safe.
 */
public final class Supervised {
    /** What a part is doing. */
    public enum Status {
        /** Not asked to run, or not yet. */
        STOPPED,
        /** The process runs and is not ready. */
        STARTING,
        /** Ready. */
        UP,
        /** It ended by itself and is about to be started again. */
        DOWN
    }

    /** Told about a part's changes, on its supervising thread. */
    public interface Listener {
        /** The part's process or status changed. */
        void changed(Supervised part);

        /** The part died too often; the listener decides what becomes of the rest. */
        void gaveUp(Supervised part);
    }

    private static final Duration POLL = Duration.ofMillis(150);
    private static final Duration LONG = Duration.ofHours(1);

    private final Part part;
    private final Duration grace;
    private final Terminal terminal;
    private final Listener listener;
    private final Thread thread;
    private final DeathCount deaths = new DeathCount();
    private final Lifecycle lifecycle = new Lifecycle();

    /**
     * Watches a part from {@link #begin()} on.
     *
     * @param grace how long an orderly end may take before the process is killed
     */
    public Supervised(Part part, Duration grace, Terminal terminal, Listener listener) {
        this.part = part;
        this.grace = grace;
        this.terminal = terminal;
        this.listener = listener;
        this.thread = new Thread(this::run, "watch-" + part.name());
        this.thread.setDaemon(true);
    }

    /** The part under watch. */
    public Part part() {
        return part;
    }

    /** What it is doing now. */
    public Status status() {
        return lifecycle.status();
    }

    /** Lets {@link #begin()} start the watch alone; the part waits for {@link #startAgain()}. */
    public void hold() {
        lifecycle.want(false);
    }

    /** Starts the watch and with it the part. */
    public void begin() {
        thread.start();
    }

    /** Ends the process at once, as {@code kill -9} does, and leaves it down until {@link #startAgain()}. */
    public void killAndHold() {
        lifecycle.want(false);
        part.kill();
        lifecycle.awaitStatus(Status.STOPPED, grace);
    }

    /** Ends the process in order and leaves it down until {@link #startAgain()}. */
    public void stopAndHold() {
        lifecycle.want(false);
        thread.interrupt();
        lifecycle.awaitStatus(Status.STOPPED, grace.plusSeconds(5));
    }

    /** Lets a held part start again; returns at once. */
    public void startAgain() {
        lifecycle.want(true);
    }

    /**
     * Waits until the part is ready.
     *
     * @return whether it became ready within the limit
     */
    public boolean awaitUp(Duration limit) {
        return lifecycle.awaitStatus(Status.UP, limit);
    }

    /** Stops part and watch for good; returns when the process is gone. */
    public void stop() {
        lifecycle.stopForGood();
        thread.interrupt();
        try {
            thread.join(grace.plusSeconds(3).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (part.isAlive()) {
            part.kill();
        }
    }

    private void run() {
        while (lifecycle.awaitWanted()) {
            try {
                live();
            } catch (InterruptedException e) {
                // Asked to stop, for now or for good; the part is ended below either way.
            }
            end();
        }
        end();
    }

    private void live() throws InterruptedException {
        boolean wasReady = false;
        to(Status.STARTING);
        if (started()) {
            listener.changed(this);
            wasReady = awaitReady();
            while (lifecycle.isWanted() && !part.awaitExit(LONG)) {
                listener.changed(this);
            }
        }
        if (lifecycle.isWanted()) {
            to(Status.DOWN);
            afterDeath(wasReady);
        }
    }

    private boolean started() throws InterruptedException {
        try {
            part.start();
            return true;
        } catch (IOException | RuntimeException e) {
            terminal.say(part.name() + " cannot be started: " + e.getMessage());
            return false;
        }
    }

    private boolean awaitReady() throws InterruptedException {
        while (part.isAlive() && lifecycle.isWanted()) {
            if (part.isReady()) {
                to(Status.UP);
                return true;
            }
            lifecycle.pause(POLL);
        }
        return false;
    }

    private void afterDeath(boolean wasReady) throws InterruptedException {
        if (deaths.tooMany(System.nanoTime(), wasReady)) {
            lifecycle.want(false);
            listener.gaveUp(this);
            return;
        }
        Duration pause = deaths.pause();
        terminal.say(part.name() + " ended unexpectedly and is started again in " + pause.toMillis() + " ms");
        lifecycle.pause(pause);
    }

    /** Nothing of the part is left when this returns, as far as the system lets us. */
    private void end() {
        if (part.isAlive()) {
            part.terminate();
            if (!exited(grace)) {
                terminal.say(part.name() + " did not stop within " + grace.toSeconds() + " s and is killed");
                part.kill();
                exited(grace);
            }
        }
        if (!lifecycle.isWanted()) {
            to(Status.STOPPED);
        }
    }

    private boolean exited(Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            try {
                return part.awaitExit(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
            } catch (InterruptedException e) {
                // Another request to stop; it is being done already.
            }
        }
    }

    private void to(Status next) {
        if (lifecycle.to(next)) {
            listener.changed(this);
        }
    }
}
