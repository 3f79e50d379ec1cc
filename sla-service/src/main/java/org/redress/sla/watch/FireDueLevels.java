package org.redress.sla.watch;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.redress.service.id.Ids;
import org.redress.sla.watch.WatchQueries.Claimed;

/**
 * Fires what is due, one set a transaction: claim, record, move the clocks on, append the events. All of it happens or
 * none. Any number of threads and instances may call it at once.
 *
 * <p>The claim locks the complaints' rows and closes two races: two instances firing the same level, and a level firing
 * while a consumer commits the event that meets the clock. Whoever holds the row goes first, the other sees the result.
 * Should a claim be lost unnoticed (a frozen instance whose session the database ended), the commit fails, and the primary
 * key of {@code fired_level} still refuses a second record.
 */
@ApplicationScoped
class FireDueLevels {
    private static final Comparator<FiredLevel> IN_ORDER_OF_TIME =
            Comparator.comparing(FiredLevel::firesAt).thenComparing(FiredLevel::level);

    private final Jdbi jdbi;
    private final WatchQueries queries;
    private final FiredLevelPublisher publisher;

    FireDueLevels(Jdbi jdbi, WatchQueries queries, FiredLevelPublisher publisher) {
        this.jdbi = jdbi;
        this.queries = queries;
        this.publisher = publisher;
    }

    /**
     * Fires the levels of at most {@code limit} complaints, oldest first.
     *
     * @throws RoundFailed when it was rolled back
     */
    Round next(int limit) {
        return inOneTransaction(handle -> queries.claimDue(handle, limit));
    }

    /**
     * Fires the levels of one complaint.
     *
     * @throws RoundFailed when it was rolled back
     */
    Round only(UUID complaintId) {
        return inOneTransaction(handle -> queries.claimOnly(handle, complaintId));
    }

    private Round inOneTransaction(Function<Handle, List<Claimed>> claim) {
        var claimed = new ArrayList<UUID>();
        try {
            return QuarkusTransaction.requiringNew()
                    .call(() -> jdbi.withHandle(handle -> {
                        List<Claimed> rows = claim.apply(handle);
                        rows.forEach(row -> claimed.add(row.complaintId()));
                        return rows.isEmpty()
                                ? new Round(0, List.of())
                                : fire(handle, claimed, rows.get(0).at());
                    }));
        } catch (RuntimeException e) {
            throw new RoundFailed(claimed, e);
        }
    }

    private Round fire(Handle handle, List<UUID> complaints, Instant now) {
        List<DueClock> armed = queries.armedClocks(handle, complaints);
        List<DueClock> due = armed.stream().filter(clock -> clock.isDue(now)).toList();
        List<FiredLevel> levels = due.stream()
                .flatMap(clock -> clock.fire(now, Ids::next).stream())
                .sorted(IN_ORDER_OF_TIME)
                .toList();
        var recorded = queries.record(handle, levels);
        queries.moveClocks(handle, due, now);
        queries.release(handle, complaints, nextLevels(armed, now));
        List<FiredLevel> fired =
                levels.stream().filter(level -> recorded.contains(level.id())).toList();
        publisher.levelsFired(fired);
        return new Round(complaints.size(), fired);
    }

    /** Per complaint when its next level fires; without those that have none. */
    private static Map<UUID, Instant> nextLevels(List<DueClock> armed, Instant now) {
        var next = new HashMap<UUID, Instant>();
        for (DueClock clock : armed) {
            Instant at = clock.nextAfter(now);
            if (at != null) {
                next.merge(clock.complaintId(), at, (one, other) -> one.isBefore(other) ? one : other);
            }
        }
        return next;
    }
}
