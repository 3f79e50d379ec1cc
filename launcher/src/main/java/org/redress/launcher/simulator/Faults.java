package org.redress.launcher.simulator;

/** What goes wrong at a simulator, and how often still. Thread-safe. */
public final class Faults {
    private FaultMode mode = FaultMode.NONE;
    private long left;

    /** From now on every sending request meets this fault. */
    public void set(FaultMode mode) {
        set(mode, Long.MAX_VALUE);
    }

    /**
     * The next requests meet this fault, the ones after them none.
     *
     * @param times how many requests, 0 or more
     */
    public synchronized void set(FaultMode mode, long times) {
        this.mode = mode;
        this.left = times;
    }

    /** The fault a request meets that would come now. */
    public synchronized FaultMode mode() {
        return left > 0 ? mode : FaultMode.NONE;
    }

    /** The fault for the request at hand; counts it. */
    synchronized FaultMode next() {
        if (left <= 0) {
            return FaultMode.NONE;
        }
        if (left != Long.MAX_VALUE) {
            left--;
        }
        return mode;
    }
}
