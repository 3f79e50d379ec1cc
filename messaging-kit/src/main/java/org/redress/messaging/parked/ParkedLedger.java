package org.redress.messaging.parked;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.redress.messaging.ParkedRecord;
import org.redress.messaging.ParkedRecords;
import org.redress.messaging.database.FailureReason;
import org.redress.messaging.database.MessagingDatabase;

/** Parked records as rows of the service's database. Thread-safe. */
@Singleton
class ParkedLedger implements ParkedRecords {
    private static final Logger LOG = Logger.getLogger(ParkedLedger.class);
    private static final String REPLAYED = "REPLAYED";
    private static final String DISCARDED = "DISCARDED";

    private final MessagingDatabase database;
    private final ParkedRepository rows;
    private final Replayer replayer;

    ParkedLedger(MessagingDatabase database, ParkedRepository rows, Replayer replayer) {
        this.database = database;
        this.rows = rows;
        this.replayer = replayer;
    }

    @Override
    public List<ParkedRecord> list(String platform, @Nullable UUID after, int limit) {
        return database.jdbi().withHandle(handle -> rows.list(handle, platform, after, limit));
    }

    @Override
    public Optional<ParkedRecord> find(UUID id) {
        return database.jdbi().withHandle(handle -> rows.find(handle, id));
    }

    @Override
    public Optional<byte[]> payload(UUID id) {
        return database.jdbi().withHandle(handle -> rows.payload(handle, id));
    }

    @Override
    public Replay replay(UUID id, String by) {
        if (resolveOutgoing(id, REPLAYED, by, null)) {
            return Replay.DONE;
        }
        try {
            return QuarkusTransaction.requiringNew().call(() -> replayIncoming(id, by));
        } catch (RuntimeException e) {
            Throwable cause = e instanceof QuarkusTransactionException && e.getCause() != null ? e.getCause() : e;
            LOG.warnf("Parked record %s failed again: %s", id, FailureReason.kind(cause));
            QuarkusTransaction.requiringNew()
                    .run(() ->
                            database.jdbi().useHandle(handle -> rows.failedAgain(handle, id, FailureReason.of(cause))));
            return Replay.FAILED;
        }
    }

    @Override
    public boolean discard(UUID id, String by, String reason) {
        return resolveOutgoing(id, DISCARDED, by, reason)
                || inTransaction(handle -> rows.resolve(handle, id, DISCARDED, by, reason));
    }

    @Override
    public long count() {
        return database.jdbi().withHandle(rows::count);
    }

    private Replay replayIncoming(UUID id, String by) throws Exception {
        var stored = database.jdbi().withHandle(handle -> rows.lock(handle, id));
        if (stored.isEmpty()) {
            return Replay.NOT_FOUND;
        }
        if (stored.get().truncated()) {
            return Replay.TRUNCATED;
        }
        boolean fresh = replayer.handle(stored.get());
        database.jdbi().useHandle(handle -> rows.resolve(handle, id, REPLAYED, by, null));
        return fresh ? Replay.DONE : Replay.ALREADY_HANDLED;
    }

    private boolean resolveOutgoing(UUID id, String resolution, String by, @Nullable String reason) {
        return inTransaction(handle -> rows.resolveOutgoing(handle, id, resolution, by, reason));
    }

    private boolean inTransaction(Predicate<Handle> change) {
        return QuarkusTransaction.requiringNew().call(() -> database.jdbi().withHandle(handle -> change.test(handle)));
    }
}
