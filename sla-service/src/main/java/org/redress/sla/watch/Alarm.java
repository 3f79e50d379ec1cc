package org.redress.sla.watch;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Says when to look next: the earliest of all delays asked for since the last look. Delays run on a monotonic clock, so a
 * node whose wall clock is wrong or jumps still looks in time.
 *
 * <p>Thread safe. The lock closes the race between a thread that is about to sleep and one that asks for an earlier look:
 * without it the request could fall between the check and the sleep and be noticed one tick late.
 */
final class Alarm {
    private final LongSupplier nanos;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition earlier = lock.newCondition();
    private boolean armed;
    private long lookAt;

    /** An alarm that nothing has armed; {@code nanos} never goes back, like {@link System#nanoTime}. */
    Alarm(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Asks for a look after that time at the latest; a delay of zero or less means at once. */
    void within(Duration delay) {
        at(after(delay));
    }

    /** The monotonic time that lies that far ahead, for {@link #at}. */
    long after(Duration delay) {
        return nanos.getAsLong() + Math.max(0, delay.toNanos());
    }

    /** Asks for a look at that monotonic time at the latest. */
    void at(long at) {
        lock.lock();
        try {
            if (!armed || at - lookAt < 0) {
                armed = true;
                lookAt = at;
                earlier.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the next look and disarms: what is asked for from now on counts for the look after it. */
    void await() throws InterruptedException {
        lock.lock();
        try {
            while (remaining() > 0) {
                earlier.awaitNanos(remaining());
            }
            armed = false;
        } finally {
            lock.unlock();
        }
    }

    private long remaining() {
        return armed ? lookAt - nanos.getAsLong() : Long.MAX_VALUE;
    }
}
