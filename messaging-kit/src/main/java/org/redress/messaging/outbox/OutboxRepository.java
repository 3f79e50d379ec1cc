package org.redress.messaging.outbox;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.redress.messaging.IncomingEvent;
import org.redress.messaging.OutgoingEvent;

/** The outbox tables. Every method works on the caller's handle, in the caller's transaction. Thread-safe. */
@Singleton
class OutboxRepository {
    // A parked row holds back the later rows of its aggregate, and of no other.
    private static final String UNSENT = """
            select o.* from unnest(:shards) as s(shard) cross join lateral (
                select id, shard, event_id, source, type, aggregate_id, platform, sequence, occurred_at, payload
                from outbox u
                where u.shard = s.shard and u.sent_at is null and u.parked_at is null
                  and not exists (select 1 from outbox p where p.aggregate_id = u.aggregate_id
                                  and p.parked_at is not null and p.resolution is null)
                order by u.id limit :limit) o
            order by o.id
            """;

    void append(Handle handle, String source, List<OutgoingEvent> events) {
        try {
            Append.run(handle.getConnection(), source, events);
        } catch (SQLException e) {
            throw new UnableToExecuteStatementException("events could not be appended", e, null);
        }
    }

    /** Tells the database that this transaction is alive. */
    void touch(Handle handle) {
        handle.createQuery("select 1").mapTo(Integer.class).one();
    }

    /**
     * Locks shards that no other relay holds. The lock closes this race: two relays read the same unsent rows, and one
     * sends an aggregate's second event before the other sends its first.
     *
     * <p>The plans of what follows do not depend on which shards and rows it is about, but PostgreSQL would think them over each
     * time, for longer than they run.
     *
     * @param idle the claim is lost when this transaction does not move for so long, however it got stuck
     */
    List<Integer> claim(Handle handle, List<Integer> wanted, int limit, Duration idle) {
        return handle.createQuery("""
                        select shard, set_config('idle_in_transaction_session_timeout', :idle, true),
                               set_config('plan_cache_mode', 'force_generic_plan', true) from (
                            select shard from outbox_shard where shard = any(:wanted)
                            order by random() limit :limit for update skip locked) claimed""")
                .bindArray("wanted", Integer.class, wanted)
                .bind("limit", limit)
                .bind("idle", Long.toString(idle.toMillis()))
                .mapTo(Integer.class)
                .list();
    }

    List<OutboxRow> unsent(Handle handle, List<Integer> shards, int limitPerShard) {
        return handle.createQuery(UNSENT)
                .bindArray("shards", Integer.class, shards)
                .bind("limit", limitPerShard)
                .map(OutboxRepository::row)
                .list();
    }

    /** Marks rows as sent; returns how long each took from its append, in seconds on the database's clock. */
    List<Double> markSent(Handle handle, List<Long> ids) {
        return handle.createQuery("""
                        update outbox set sent_at = clock_timestamp(), attempts = attempts + 1, last_error = null
                        where id = any(:ids) returning extract(epoch from sent_at - occurred_at)""")
                .bindArray("ids", Long.class, ids)
                .mapTo(Double.class)
                .list();
    }

    void markFailed(Handle handle, List<Long> ids, String error, Duration pause) {
        handle.createUpdate("""
                        update outbox set attempts = attempts + 1, last_error = :error,
                               next_attempt_at = clock_timestamp() + make_interval(secs => :pause)
                        where id = any(:ids)""")
                .bindArray("ids", Long.class, ids)
                .bind("error", error)
                .bind("pause", pause.toMillis() / 1000.0)
                .execute();
    }

    void park(Handle handle, long id, String reason) {
        handle.createUpdate("""
                        update outbox set parked_at = clock_timestamp(), attempts = attempts + 1, last_error = :reason,
                               resolution = null, resolved_by = null, resolved_at = null, resolved_reason = null
                        where id = :id""").bind("id", id).bind("reason", reason).execute();
    }

    private static OutboxRow row(ResultSet row, StatementContext context) throws SQLException {
        var event = new IncomingEvent(
                row.getObject("event_id", UUID.class),
                row.getString("source"),
                row.getString("type"),
                row.getString("aggregate_id"),
                row.getString("platform"),
                row.getLong("sequence"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getBytes("payload"));
        return new OutboxRow(row.getLong("id"), row.getInt("shard"), event);
    }
}
