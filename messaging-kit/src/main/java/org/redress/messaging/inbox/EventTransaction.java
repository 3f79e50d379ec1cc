package org.redress.messaging.inbox;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.redress.messaging.BatchHandler;
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
    private final Reading reading;
    private final FailurePoints failurePoints;

    EventTransaction(
            MessagingConfig config,
            MessagingDatabase database,
            InboxRepository inbox,
            ParkedRepository parked,
            Reading reading,
            FailurePoints failurePoints) {
        this.config = config;
        this.database = database;
        this.inbox = inbox;
        this.parked = parked;
        this.reading = reading;
        this.failurePoints = failurePoints;
    }

    /**
     * Handles the records in their order and commits.
     *
     * @param stop asked between two calls of the handler; when true the rest is left, as if it had never been read
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
        List<IncomingEvent> events =
                records.stream().map(Received::event).filter(Objects::nonNull).toList();
        Set<UUID> fresh = inbox.note(
                handle, config.service(), events.stream().map(IncomingEvent::id).toList());
        lockFirst(events, fresh);
        Instant oldest = inbox.oldestProvable(handle, config.consumer().inboxRetention());
        int taken = 0;
        List<IncomingEvent> batch = new ArrayList<>();
        for (Received received : records) {
            if (taken > 0 && batch.isEmpty() && stop.getAsBoolean()) {
                break;
            }
            IncomingEvent event = wanted(handle, received, fresh, oldest);
            if (event != null) {
                batch.add(event);
            }
            if (batch.size() == reading.atOnce()) {
                handOver(batch);
            }
            taken++;
        }
        handOver(batch);
        inbox.forget(handle, config.service(), fresh);
        failurePoints.reached(Point.BEFORE_COMMIT);
        return taken;
    }

    private void lockFirst(List<IncomingEvent> events, Set<UUID> fresh) {
        Map<UUID, IncomingEvent> coming = new LinkedHashMap<>();
        for (IncomingEvent event : events) {
            if (fresh.contains(event.id())) {
                coming.putIfAbsent(event.id(), event);
            }
        }
        if (coming.size() > 1) {
            call(reading.locks(), List.copyOf(coming.values()));
        }
    }

    /** The event if it is for the handler; null: it is parked here, or was handled before. */
    private @Nullable IncomingEvent wanted(Handle handle, Received received, Set<UUID> fresh, Instant oldest) {
        IncomingEvent event = received.event();
        if (event == null) {
            park(handle, received, String.valueOf(received.defect()), 1);
            return null;
        }
        if (fresh.contains(event.id()) && event.time().isBefore(oldest)) {
            // Stays in the set: its inbox row is taken back, so that a replay can still handle it.
            park(handle, received, "too old to be proven new: it may have been handled and forgotten since", 0);
            return null;
        }
        return fresh.remove(event.id()) ? event : null;
    }

    private void handOver(List<IncomingEvent> batch) {
        if (batch.isEmpty()) {
            return;
        }
        failurePoints.reached(Point.BEFORE_HANDLER);
        call(reading.handler(), List.copyOf(batch));
        failurePoints.reached(Point.AFTER_HANDLER);
        batch.clear();
    }

    private static void call(BatchHandler handler, List<IncomingEvent> events) {
        try {
            handler.handle(events);
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
