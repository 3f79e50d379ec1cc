package org.redress.messaging.inbox;

import org.redress.messaging.BatchHandler;
import org.redress.messaging.EventHandler;

/**
 * Who handles a topic's events, and how many in one call.
 *
 * @param atOnce the most events a call is given; between two calls a stop is heeded
 */
record Reading(BatchHandler handler, int atOnce) {
    static Reading oneByOne(EventHandler handler) {
        return new Reading(events -> handler.handle(events.get(0)), 1);
    }

    static Reading together(BatchHandler handler) {
        return new Reading(handler, Integer.MAX_VALUE);
    }
}
