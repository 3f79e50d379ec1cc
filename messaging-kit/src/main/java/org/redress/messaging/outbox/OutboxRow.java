package org.redress.messaging.outbox;

import org.redress.messaging.IncomingEvent;

/**
 * A row that waits to be sent.
 *
 * @param id rises per aggregate with the sequence
 * @param event as its readers will see it
 */
record OutboxRow(long id, int shard, IncomingEvent event) {
    String aggregateId() {
        return event.subject();
    }
}
