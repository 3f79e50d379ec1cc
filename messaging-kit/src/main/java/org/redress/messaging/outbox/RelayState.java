package org.redress.messaging.outbox;

import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Whether the relay reaches the broker. Thread-safe. */
@Singleton
public class RelayState {
    private static final Logger LOG = Logger.getLogger(RelayState.class);

    private volatile boolean reachable;
    private volatile boolean told;

    /** Whether the broker answered when the relay last needed it. */
    public boolean reachable() {
        return reachable;
    }

    void away() {
        if (reachable || !told) {
            LOG.warn("The broker is away; events wait in the outbox");
        }
        told = true;
        reachable = false;
    }

    void there() {
        if (!reachable && told) {
            LOG.info("The broker is there; the outbox is sent");
        }
        told = true;
        reachable = true;
    }
}
