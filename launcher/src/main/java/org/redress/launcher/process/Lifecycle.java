package org.redress.launcher.process;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.redress.launcher.process.Supervised.Status;

/**
 * What a part is doing and what is asked of it, shared between its supervising thread and the threads that ask.
 *
 * <p>Thread-safe. The lock closes one race: a request to stop that arrives between the supervising thread's last look at
 * the requests and its going to sleep.
 */
final class Lifecycle {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Status status = Status.STOPPED;
    private boolean wanted = true;
    private boolean stopping;

    Status status() {
        lock.lock();
        try {
            return status;
        } finally {
            lock.unlock();
        }
    }

    /** Whether the part shall run. */
    boolean isWanted() {
        lock.lock();
        try {
            return wanted;
        } finally {
            lock.unlock();
        }
    }

    /** Asks the part to run, or to stay down; a part that was stopped for good stays so. */
    void want(boolean value) {
        lock.lock();
        try {
            wanted = value && !stopping;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Asks the part to stop for good. */
    void stopForGood() {
        lock.lock();
        try {
            stopping = true;
            wanted = false;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Notes the new status; answers whether it differs from the old one. */
    boolean to(Status next) {
        lock.lock();
        try {
            boolean differs = status != next;
            status = next;
            changed.signalAll();
            return differs;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the part is asked to run; {@code false} once it is to stop for good. */
    boolean awaitWanted() {
        lock.lock();
        try {
            while (!wanted && !stopping) {
                changed.awaitUninterruptibly();
            }
            // An interrupt that was meant for the life before this one must not end the next.
            Thread.interrupted();
            return !stopping;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a status; answers whether it came within the limit. */
    boolean awaitStatus(Status expected, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        lock.lock();
        try {
            while (status != expected) {
                if (!changed.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    return status == expected;
                }
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for that long, or until the part is asked to stop. */
    void pause(Duration time) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = time.toNanos();
            while (left > 0 && wanted) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
