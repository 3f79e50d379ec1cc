package org.redress.intake.order;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import org.redress.intake.complaint.Rows;

/**
 * The orders to be pulled. A claim counts an attempt and moves {@code next_attempt_at} ahead, so that a dead worker's rows
 * come back by themselves; every later write names that attempt and does nothing if someone else has claimed since. All
 * methods join the running transaction.
 */
@Singleton
class PullQueue {
    private static final String FENCE =
            " where complaint_id = :id and attempts = :attempt and next_attempt_at is not null";

    private final Jdbi jdbi;

    PullQueue(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * An order that this worker pulls for now.
     *
     * @param attempt which attempt this is, from 1; one that died or could not be sent is counted too
     * @param unanswered how often the platform was asked before, and gave no answer that can be believed
     * @param overdue it was asked for so long ago that there should be an answer
     * @param outdated it was asked for too long ago to be asked again after this
     */
    record Claimed(
            UUID complaintId,
            String platform,
            String orderNo,
            String account,
            int attempt,
            int unanswered,
            boolean overdue,
            boolean outdated) {
        /**
         * Whether the platform counts as unreachable with this attempt. What was not sent says nothing of it, but however
         * often its trouble kept us from asking, the user is not left waiting for it.
         *
         * @param sent whether it was asked
         * @param most how often it may leave a question unanswered
         */
        boolean isUnreachable(boolean sent, int most) {
            return overdue || (sent && unanswered + 1 >= most);
        }
    }

    /** Claims the orders that are due longest. */
    List<Claimed> claim(int batch, Duration claim, Duration overdue, Duration maxAge) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        with due as (
                            select complaint_id from held_order
                            where next_attempt_at <= now()
                            order by next_attempt_at
                            limit :batch
                            for update skip locked)
                        update held_order h set
                            attempts = attempts + 1,
                            next_attempt_at = now() + :claim * interval '1 second'
                        from due where h.complaint_id = due.complaint_id
                        returning h.*, now() - asked_at > :overdue * interval '1 second' as overdue,
                            now() - asked_at > :maxAge * interval '1 second' as outdated""")
                .bind("batch", batch)
                .bind("claim", claim.toSeconds())
                .bind("overdue", overdue.toSeconds())
                .bind("maxAge", maxAge.toSeconds())
                .map((row, context) -> new Claimed(
                        Rows.uuid(row, "complaint_id"),
                        row.getString("platform"),
                        row.getString("order_no"),
                        row.getString("account"),
                        row.getInt("attempts"),
                        row.getInt("unanswered"),
                        row.getBoolean("overdue"),
                        row.getBoolean("outdated")))
                .list());
    }

    /**
     * What was known of an order before the answer at hand.
     *
     * @param sha256 of the facts, null if there were none
     * @param now the database's time, after the locks were taken
     */
    record Known(HoldState state, @Nullable String sha256, Instant now) {}

    /** Locks the complaint, since its timeline grows under that lock alone, and the order; empty if the claim was lost. */
    Optional<Known> lock(Claimed order) {
        return jdbi.withHandle(handle -> {
            handle.createQuery("select 1 from complaint where id = :id for update")
                    .bind("id", order.complaintId())
                    .mapTo(Integer.class)
                    .findOne();
            return handle.createQuery("select state, facts_sha256, clock_timestamp() as now from held_order" + FENCE
                            + " for update")
                    .bind("id", order.complaintId())
                    .bind("attempt", order.attempt())
                    .map((row, context) -> new Known(
                            HoldState.valueOf(row.getString("state")),
                            row.getString("facts_sha256"),
                            Rows.instant(row, "now")))
                    .findOne();
        });
    }

    /** Keeps the facts. */
    void held(Claimed order, String canonical, String sha256) {
        jdbi.useHandle(handle -> fenced(
                        handle.createUpdate("update held_order set state = 'HELD', facts = cast(:facts as jsonb),"
                                + " facts_sha256 = :sha256, fetched_at = now(), next_attempt_at = null" + FENCE),
                        order)
                .bind("facts", canonical)
                .bind("sha256", sha256)
                .execute());
    }

    /** Notes that there is no such order, and when to look once more; zero for never. An order that was held stays so. */
    void notFound(Claimed order, Duration again) {
        jdbi.useHandle(handle -> fenced(
                        handle.createUpdate("update held_order set"
                                + " state = case when state = 'HELD' then state else 'NOT_FOUND' end,"
                                + " next_attempt_at = case when :again > 0"
                                + " then now() + :again * interval '1 second' end" + FENCE),
                        order)
                .bind("again", again.toSeconds())
                .execute());
    }

    /**
     * Notes an attempt without an answer and when the next one is; what was known before is known still.
     *
     * @param sent whether the platform was asked at all
     */
    void later(Claimed order, boolean sent, Duration pause) {
        jdbi.useHandle(handle -> fenced(
                        handle.createUpdate("update held_order set unanswered = unanswered + case when :sent then 1"
                                + " else 0 end, next_attempt_at = case when not :outdated"
                                + " then now() + :pause * interval '1 millisecond' end" + FENCE),
                        order)
                .bind("sent", sent)
                .bind("pause", pause.toMillis())
                .bind("outdated", order.outdated())
                .execute());
    }

    /** Notes that the platform has not answered so far. */
    void unreachable(Claimed order) {
        jdbi.useHandle(
                handle -> fenced(handle.createUpdate("update held_order set state = 'UNREACHABLE'" + FENCE), order)
                        .execute());
    }

    private static Update fenced(Update update, Claimed order) {
        return update.bind("id", order.complaintId()).bind("attempt", order.attempt());
    }
}
