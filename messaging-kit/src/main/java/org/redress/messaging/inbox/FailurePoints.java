package org.redress.messaging.inbox;

/**
 * Where a reader may die. Does nothing in production; tests put in an instance that throws at one of these points.
 * Implementations must be thread-safe.
 */
public interface FailurePoints {
    /** The points between which something is durable that was not before. */
    enum Point {
        /** The event is noted, its handler has not run. */
        BEFORE_HANDLER,
        /** The handler has run. */
        AFTER_HANDLER,
        /** All of the transaction is done, it is not committed. */
        BEFORE_COMMIT,
        /** The transaction is committed, the offset is not. */
        BEFORE_OFFSET_COMMIT
    }

    /** Nothing ever fails. */
    FailurePoints NONE = point -> {};

    /** Called at each point; throws to fail there. */
    void reached(Point point);
}
