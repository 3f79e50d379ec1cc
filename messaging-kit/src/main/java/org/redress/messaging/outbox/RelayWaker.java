package org.redress.messaging.outbox;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Where a relay waits for work, and who has work wakes it. A wake that comes while nobody waits is kept. Thread-safe. */
@Singleton
class RelayWaker {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();
    private int shards = Shards.NONE;
    private boolean closed;

    void wake(int touched) {
        lock.lock();
        try {
            shards |= touched;
            woken.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Ends all waiting, now and later. */
    void close() {
        lock.lock();
        try {
            closed = true;
            woken.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The shards somebody was woken for in the meantime, without waiting. */
    int taken() {
        lock.lock();
        try {
            int taken = shards;
            shards = Shards.NONE;
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** The shards somebody was woken for, or none after this time. */
    int await(Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (shards == Shards.NONE && !closed && left > 0) {
                left = woken.awaitNanos(left);
            }
            int taken = shards;
            shards = Shards.NONE;
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** Waits this long whatever wakes come; ends at once when closed. */
    void pause(Duration length) throws InterruptedException {
        lock.lock();
        try {
            long left = length.toNanos();
            while (!closed && left > 0) {
                left = woken.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
