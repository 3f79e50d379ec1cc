package org.redress.messaging;

import java.util.List;

/**
 * Events that are sent if, and only if, the transaction that appends them commits.
 *
 * <p>Per subject they reach the topic in the order of their sequences, at least once. The relay is woken right after the
 * commit; while the broker is away events wait in the database. Thread-safe.
 */
public interface Outbox {
    /**
     * Appends one event to the current transaction.
     *
     * @throws IllegalStateException outside a JTA transaction, or in a service that has no topic of its own
     */
    void append(OutgoingEvent event);

    /**
     * Appends events in their order, in one statement however many there are. Locks each subject's sequence until commit;
     * subjects are locked in one fixed order within a call. A transaction that appends for several subjects in several
     * calls may deadlock with another; PostgreSQL then ends one of them and its caller tries again.
     *
     * @throws IllegalStateException outside a JTA transaction, or in a service that has no topic of its own
     */
    void append(List<OutgoingEvent> events);
}
