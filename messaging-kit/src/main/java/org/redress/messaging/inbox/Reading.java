package org.redress.messaging.inbox;

import org.redress.messaging.BatchHandler;
import org.redress.messaging.EventHandler;

/**
 * Who handles a topic's events, and how many in one call.
 *
 * @param locks called before the first call, with all events of the transaction, where these are several
 * @param atOnce the most events a call is given; between two calls a stop is heeded
 */
record Reading(BatchHandler handler, BatchHandler locks, int atOnce) {
    static Reading oneByOne(EventHandler handler) {
        return new Reading(events -> handler.handle(events.get(0)), handler::lockFirst, 1);
    }

    /** A handler of batches locks by itself. */
    static Reading together(BatchHandler handler) {
        return new Reading(handler, events -> {}, Integer.MAX_VALUE);
    }
}
