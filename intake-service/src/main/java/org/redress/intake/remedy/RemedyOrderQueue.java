package org.redress.intake.remedy;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.redress.intake.complaint.Rows;

/**
 * The orders to be delivered. A claim counts an attempt and moves {@code next_attempt_at} ahead, so that a dead worker's order
 * comes back by itself; every later write names that attempt and does nothing if somebody else has the order since. All
 * methods join the running transaction.
 */
@ApplicationScoped
class RemedyOrderQueue {
    private static final String FENCE = " where id = :id and attempts = :attempt and next_attempt_at is not null";

    private final Jdbi jdbi;

    RemedyOrderQueue(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Claims the order that is due longest. One that was surely never sent becomes SENDING; one that was SENDING becomes
     * UNKNOWN, because whoever was sending it did not come back to say how that ended. The row is locked for no longer than
     * this, and a command that looks at it under the complaint's lock waits for it: what such a command finds not sent
     * stays not sent until it has committed.
     */
    Optional<OrderToPlatform> claim(Duration claim) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        with due as (
                            select id, state as was from remedy_order
                            where next_attempt_at <= now()
                            order by next_attempt_at
                            limit 1
                            for update skip locked)
                        update remedy_order o set
                            state = case when due.was = 'PENDING' and not o.recalled then 'SENDING'
                                         when due.was = 'SENDING' then 'UNKNOWN' else due.was end,
                            attempts = attempts + 1,
                            next_attempt_at = now() + :claim * interval '1 millisecond'
                        from due where o.id = due.id
                        returning o.*, due.was""")
                .bind("claim", claim.toMillis())
                .map((row, context) -> order(row))
                .findOne());
    }

    /** Notes that it will be sent now; false if the claim was lost, or it was recalled since. */
    boolean sending(OrderToPlatform order, Duration claim) {
        return update(
                order,
                "state = 'SENDING', next_attempt_at = now() + :claim * interval '1 millisecond'",
                " and not recalled",
                Map.of("claim", claim.toMillis()));
    }

    /** Notes that surely nothing was sent. */
    void notSent(OrderToPlatform order, String what, Duration pause) {
        String set =
                "state = 'PENDING', last_answer = :what, next_attempt_at = now() + :pause * interval '1 millisecond'";
        update(order, set, "", Map.of("what", what, "pause", pause.toMillis()));
    }

    /** Notes an unclear end and when to look it up. An order that the platform has accepted stays accepted. */
    void unknown(OrderToPlatform order, String what, Duration pause) {
        update(
                order,
                "state = case when state = 'ACCEPTED' then state else 'UNKNOWN' end, last_answer = :what,"
                        + " next_attempt_at = now() + :pause * interval '1 millisecond'",
                "",
                Map.of("what", what, "pause", pause.toMillis()));
    }

    /** Locks the order's complaint, since its timeline grows under that lock alone; the database's time after that. */
    Instant lockComplaint(OrderToPlatform order) {
        return jdbi.withHandle(handle -> {
            handle.createQuery("select 1 from complaint where id = :id for update")
                    .bind("id", order.complaintId())
                    .mapTo(Integer.class)
                    .findOne();
            return handle.createQuery("select clock_timestamp()")
                    .mapTo(OffsetDateTime.class)
                    .one()
                    .toInstant();
        });
    }

    /**
     * Notes that the platform has it; false if the claim was lost. One that was taken back during the call is asked about at
     * once; one that the platform keeps though it was asked to leave it waits like any other.
     */
    boolean accepted(OrderToPlatform order, @Nullable String reference, Duration pause) {
        return update(
                order,
                "state = 'ACCEPTED', accepted_at = coalesce(accepted_at, now()), last_answer = 'accepted',"
                        + " reference = coalesce(nullif(:reference, ''), reference),"
                        + " next_attempt_at = case when recalled and not :asked then least(next_attempt_at, now()"
                        + " + interval '1 second') else now() + :pause * interval '1 millisecond' end",
                "",
                Map.of(
                        "reference",
                        reference == null ? "" : reference,
                        "pause",
                        pause.toMillis(),
                        "asked",
                        order.recalled()));
    }

    /**
     * Notes that it was carried out though the case speaks against it; false if that was noted before. What is done is done,
     * whoever has the order since, so that this asks for no claim.
     */
    boolean againstTheCase(OrderToPlatform order) {
        return jdbi.withHandle(handle ->
                        handle.createUpdate("""
                                update remedy_order set state = 'EXECUTED', reason = 'AGAINST_THE_CASE',
                                    next_attempt_at = null, ended_at = coalesce(ended_at, now())
                                 where id = :id and reason is distinct from 'AGAINST_THE_CASE'""").bind("id", order.id()).execute())
                == 1;
    }

    /** Notes how it ended, with the reason; false if the claim was lost, or it had ended before. */
    boolean ended(OrderToPlatform order, OrderState state, String reason) {
        return update(
                order,
                "state = :state, next_attempt_at = null, ended_at = now(), reason = :reason",
                "",
                Map.of("state", state.name(), "reason", reason));
    }

    private boolean update(OrderToPlatform order, String set, String condition, Map<String, ?> values) {
        return jdbi.withHandle(handle -> handle.createUpdate("update remedy_order set " + set + FENCE + condition)
                        .bind("id", order.id())
                        .bind("attempt", order.attempt())
                        .bindMap(values)
                        .execute())
                == 1;
    }

    private static OrderToPlatform order(ResultSet row) throws SQLException {
        return new OrderToPlatform(
                Rows.uuid(row, "id"),
                Rows.uuid(row, "complaint_id"),
                row.getString("platform"),
                row.getString("order_no"),
                row.getString("type"),
                row.getBigDecimal("amount"),
                row.getString("currency"),
                Rows.instant(row, "due_at"),
                Rows.instant(row, "ordered_at"),
                OrderState.valueOf(row.getString("was")),
                row.getBoolean("recalled"),
                row.getInt("attempts"));
    }
}
