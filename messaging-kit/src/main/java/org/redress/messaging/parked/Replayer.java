package org.redress.messaging.parked;

/** Handles a parked record as if it came from its topic now. */
public interface Replayer {
    /**
     * Handles it in the current transaction, under its event id, however old it is.
     *
     * @return false when it had been handled before
     * @throws Exception when it cannot be read, has no handler, or the handler fails
     */
    boolean handle(StoredRecord stored) throws Exception;
}
