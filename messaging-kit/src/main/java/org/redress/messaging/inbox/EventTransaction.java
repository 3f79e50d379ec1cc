package org.redress.messaging.inbox;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.redress.messaging.EventHandler;
import org.redress.messaging.IncomingEvent;
import org.redress.messaging.MessagingConfig;
import org.redress.messaging.database.MessagingDatabase;
import org.redress.messaging.inbox.FailurePoints.Point;
import org.redress.messaging.parked.ParkedRepository;
import org.redress.messaging.parked.StoredRecord;

/**
 * Records handled in one transaction: inbox rows, the handler's rows and parked rows become durable together or not at all.
 * Used by one reading loop.
 */
final class EventTransaction {
    private static final Logger LOG = Logger.getLogger(EventTransaction.class);
    private static final int TIMEOUT_SECONDS = 60;

    private final MessagingConfig config;
    private final MessagingDatabase database;
    private final InboxRepository inbox;
    private final ParkedRepository parked;
    private final EventHandler handler;
    private final FailurePoints failurePoints;

    EventTransaction(
            MessagingConfig config,
            MessagingDatabase database,
            InboxRepository inbox,
            ParkedRepository parked,
            EventHandler handler,
            FailurePoints failurePoints) {
        this.config = config;
        this.database = database;
        this.inbox = inbox;
        this.parked = parked;
        this.handler = handler;
        this.failurePoints = failurePoints;
    }

    /**
     * Handles the records in their order and commits.
     *
     * @param stop asked before each record but the first; when true the rest is left, as if it had never been read
     * @return how many records, from the first, are done
     * @throws HandlerFailedException when the handler failed; nothing is durable
     * @throws RuntimeException when the database or the commit failed; nothing is durable, or in the rare case of a lost
     *     answer to the commit, everything
     */
    int run(List<Received> records, BooleanSupplier stop) {
        return QuarkusTransaction.requiringNew()
                .timeout(TIMEOUT_SECONDS)
                .call(() -> database.jdbi().withHandle(handle -> handleAll(handle, records, stop)));
    }

    /** Sets a record aside in a transaction of its own. */
    void park(Received received, String reason, int attempts) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.jdbi().useHandle(handle -> park(handle, received, reason, attempts)));
    }

    boolean databaseAnswers() {
        return database.answers();
    }

    private int handleAll(Handle handle, List<Received> records, BooleanSupplier stop) {
        List<UUID> ids = records.stream()
                .map(Received::event)
                .filter(Objects::nonNull)
                .map(IncomingEvent::id)
                .toList();
        Set<UUID> fresh = inbox.note(handle, config.service(), ids);
        Instant oldest = inbox.oldestProvable(handle, config.consumer().inboxRetention());
        int done = 0;
        for (Received received : records) {
            if (done > 0 && stop.getAsBoolean()) {
                break;
            }
            handleOne(handle, received, fresh, oldest);
            done++;
        }
        inbox.forget(handle, config.service(), fresh);
        failurePoints.reached(Point.BEFORE_COMMIT);
        return done;
    }

    private void handleOne(Handle handle, Received received, Set<UUID> fresh, Instant oldest) {
        IncomingEvent event = received.event();
        if (event == null) {
            park(handle, received, String.valueOf(received.defect()), 1);
        } else if (fresh.contains(event.id()) && event.time().isBefore(oldest)) {
            // Stays in the set: its inbox row is taken back, so that a replay can still handle it.
            park(handle, received, "too old to be proven new: it may have been handled and forgotten since", 0);
        } else if (fresh.remove(event.id())) {
            failurePoints.reached(Point.BEFORE_HANDLER);
            callHandler(event);
            failurePoints.reached(Point.AFTER_HANDLER);
        }
    }

    private void callHandler(IncomingEvent event) {
        try {
            handler.handle(event);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HandlerFailedException(e);
        } catch (Exception e) {
            throw new HandlerFailedException(e);
        }
    }

    private void park(Handle handle, Received received, String reason, int attempts) {
        var stored = StoredRecord.of(UuidCreator.getTimeOrderedEpoch(), received.kafkaRecord(), received.event());
        if (parked.park(handle, config.service(), stored, reason, attempts)) {
            LOG.errorf("Record %s is parked: %s", received, reason);
        }
    }
}
