package org.redress.messaging.outbox;

import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;
import org.redress.messaging.AfterCommit;
import org.redress.messaging.MessagingConfig;
import org.redress.messaging.Outbox;
import org.redress.messaging.OutgoingEvent;
import org.redress.messaging.database.MessagingDatabase;

/** The outbox as rows in the caller's transaction. Thread-safe. */
@Singleton
class TransactionalOutbox implements Outbox {
    private final MessagingConfig config;
    private final MessagingDatabase database;
    private final OutboxRepository rows;
    private final TransactionSynchronizationRegistry transactions;
    private final AfterCommit afterCommit;
    private final RelayWaker waker;

    TransactionalOutbox(
            MessagingConfig config,
            MessagingDatabase database,
            OutboxRepository rows,
            TransactionSynchronizationRegistry transactions,
            AfterCommit afterCommit,
            RelayWaker waker) {
        this.config = config;
        this.database = database;
        this.rows = rows;
        this.transactions = transactions;
        this.afterCommit = afterCommit;
        this.waker = waker;
    }

    @Override
    public void append(OutgoingEvent event) {
        append(List.of(event));
    }

    @Override
    public void append(List<OutgoingEvent> events) {
        if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("an event can only be appended inside a transaction");
        }
        if (config.topic().isEmpty()) {
            throw new IllegalStateException("redress.messaging.topic is not set: this service writes no topic");
        }
        if (events.isEmpty()) {
            return;
        }
        database.jdbi().useHandle(handle -> rows.append(handle, "/redress/" + config.service(), events));
        int shards = Shards.NONE;
        for (OutgoingEvent event : events) {
            shards = Shards.with(shards, Shards.of(event.subject()));
        }
        int touched = shards;
        afterCommit.run(() -> waker.wake(touched));
    }
}
