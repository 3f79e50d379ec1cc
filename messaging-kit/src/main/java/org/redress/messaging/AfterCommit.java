package org.redress.messaging;

/** Hints that are given once a transaction has committed. Thread-safe. */
public interface AfterCommit {
    /**
     * Runs an action right after the current JTA transaction has committed, on the committing thread; never after a
     * rollback. The action is lost when the process dies in between, so it may only be a hint, for example to wake a
     * worker. What it throws is logged.
     *
     * @throws IllegalStateException outside a JTA transaction
     */
    void run(Runnable action);
}
