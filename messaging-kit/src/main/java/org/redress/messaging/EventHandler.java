package org.redress.messaging;

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
}
