package org.redress.messaging;

import java.util.List;

/**
 * What a service does with an event. Its effects must be rows in the service's own database (through the same JTA
 * transaction): the transaction may be rolled back and the event handled again. Calls to the outside are rows to be
 * worked off later, never made here.
 */
@FunctionalInterface
public interface EventHandler {
    /**
     * Handles one event; called inside the transaction that also notes the event as handled, never twice for one event id
     * (unless the earlier transaction was rolled back). Several events may share one transaction.
     *
     * @throws UnreadableEventException when the event cannot be understood: it is parked at once
     * @throws Exception for any other failure: it is tried again, and parked when it keeps failing
     */
    void handle(IncomingEvent event) throws Exception;

    /**
     * Takes the locks of events that share a transaction, before the first of them is handled: the rows that they will change,
     * in the order of their ids and in one statement, as {@link BatchHandler} has it. Else two topics of this service, told of
     * the same subjects in opposite order, would each hold what the other waits for. Takes none by default, which is right only
     * where no two topics change the same rows.
     *
     * @param events two or more, no id twice, none that was handled before; some may turn out to be unreadable or about nothing that is known
     *     here: those are passed over
     */
    default void lockFirst(List<IncomingEvent> events) throws Exception {}
}
