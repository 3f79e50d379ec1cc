package org.redress.triage.freeze;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/**
 * The freezes to be delivered. A claim counts an attempt and moves {@code next_attempt_at} ahead, so that a dead worker's
 * freeze comes back by itself; every later write names that attempt and does nothing if someone else has claimed since.
 * All methods join the running transaction.
 */
@Singleton
class FreezeQueue {

    private static final String FENCE = " where id = :id and attempts = :attempt and next_attempt_at is not null";

    private final Jdbi jdbi;

    FreezeQueue(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Claims the freeze that is due longest. One never sent becomes SENDING; one that was SENDING becomes UNKNOWN, because
     * whoever was sending it did not come back to say how it ended.
     */
    Optional<Claimed> claim(Duration claim, Duration maxAge) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        with due as (
                            select id, state as was from account_freeze
                            where next_attempt_at <= now()
                            order by next_attempt_at
                            limit 1
                            for update skip locked)
                        update account_freeze f set
                            state = case when due.was = 'ORDERED' then 'SENDING' else 'UNKNOWN' end,
                            attempts = attempts + 1,
                            next_attempt_at = now() + :claim * interval '1 second'
                        from due where f.id = due.id
                        returning f.*, due.was = 'ORDERED' as fresh,
                            now() - ordered_at > :maxAge * interval '1 second' as outdated""")
                .bind("claim", claim.toSeconds())
                .bind("maxAge", maxAge.toSeconds())
                .map((row, context) -> new Claimed(
                        row.getObject("id", UUID.class),
                        row.getObject("complaint_id", UUID.class),
                        row.getString("platform"),
                        row.getString("account_id"),
                        row.getString("reason"),
                        row.getObject("ordered_at", OffsetDateTime.class).toInstant(),
                        row.getInt("attempts"),
                        row.getBoolean("fresh"),
                        row.getBoolean("outdated")))
                .findOne());
    }

    /** Notes that it will be sent now; false if the claim was lost. */
    boolean sending(Claimed freeze, Duration claim) {
        return update(
                        "update account_freeze set state = 'SENDING', next_attempt_at = now() + :claim * interval '1 second'",
                        freeze,
                        statement -> statement.bind("claim", claim.toSeconds()))
                == 1;
    }

    /** Notes an unclear end and when to look it up. */
    void unknown(Claimed freeze, Duration pause) {
        update(
                "update account_freeze set state = 'UNKNOWN', next_attempt_at = now() + :pause * interval '1 millisecond'",
                freeze,
                statement -> statement.bind("pause", pause.toMillis()));
    }

    /** Notes that a person has to see to it. */
    void failed(Claimed freeze, String failure) {
        update(
                "update account_freeze set state = 'FAILED_NEEDS_PERSON', next_attempt_at = null, failure = :failure",
                freeze,
                statement -> statement.bind("failure", failure));
    }

    /** Notes the platform's word; the database's time, or empty if the claim was lost. */
    Optional<Instant> confirmed(Claimed freeze, @Nullable String reference) {
        return jdbi.withHandle(handle -> handle.createQuery("update account_freeze set state = 'CONFIRMED',"
                        + " next_attempt_at = null, reference = :reference, confirmed_at = now()" + FENCE
                        + " returning confirmed_at")
                .bind("reference", reference)
                .bind("id", freeze.id())
                .bind("attempt", freeze.attempt())
                .mapTo(Instant.class)
                .findOne());
    }

    private int update(String set, Claimed freeze, java.util.function.UnaryOperator<Update> values) {
        return jdbi.withHandle(handle -> values.apply(
                        handle.createUpdate(set + FENCE).bind("id", freeze.id()).bind("attempt", freeze.attempt()))
                .execute());
    }

    /**
     * A freeze that this worker has for now.
     *
     * @param attempt which attempt this is, from 1
     * @param fresh it was never sent before
     * @param outdated it was ordered too long ago to be sent
     */
    record Claimed(
            UUID id,
            UUID complaintId,
            String platform,
            String accountId,
            String reason,
            Instant orderedAt,
            int attempt,
            boolean fresh,
            boolean outdated) {}
}
