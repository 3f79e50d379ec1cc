package org.redress.messaging.transaction;

import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import org.jboss.logging.Logger;
import org.redress.messaging.AfterCommit;

/** Actions after commit through the transaction's synchronizations. Thread-safe. */
@Singleton
class JtaAfterCommit implements AfterCommit {
    private static final Logger LOG = Logger.getLogger(JtaAfterCommit.class);

    private final TransactionSynchronizationRegistry registry;

    JtaAfterCommit(TransactionSynchronizationRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void run(Runnable action) {
        if (registry.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("there is no active transaction");
        }
        registry.registerInterposedSynchronization(new Hint(action));
    }

    private record Hint(Runnable action) implements Synchronization {
        @Override
        public void beforeCompletion() {
            // Nothing: only what was committed counts.
        }

        @Override
        public void afterCompletion(int status) {
            if (status != Status.STATUS_COMMITTED) {
                return;
            }
            try {
                action.run();
            } catch (RuntimeException e) {
                LOG.warn("A hint after commit failed; it is only a hint", e);
            }
        }
    }
}
