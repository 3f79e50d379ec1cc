package org.redress.messaging.outbox;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.redress.messaging.IncomingEvent;
import org.redress.messaging.OutgoingEvent;

/** The outbox tables. Every method works on the caller's handle, in the caller's transaction. Thread-safe. */
@Singleton
class OutboxRepository {
    // The upsert of the sequences comes first and locks them until commit; ids are given out afterwards. So for one
    // aggregate ids, sequences and commits have the same order, and a relay that reads by id never skips a row whose
    // transaction is still open: whoever waits for the lock has no id yet.
    private static final String APPEND = """
            with input as materialized (
                select * from unnest(:eventIds, :aggregates, :shards, :types, :platforms, :payloads, cast(:times as timestamptz[]))
                    with ordinality as t(event_id, aggregate_id, shard, type, platform, payload, occurred_at, position)
            ), taken as (
                insert into outbox_sequence as s (aggregate_id, last_sequence)
                select aggregate_id, count(*) from input group by aggregate_id order by aggregate_id
                on conflict (aggregate_id) do update set last_sequence = s.last_sequence + excluded.last_sequence
                returning aggregate_id, last_sequence
            )
            insert into outbox (event_id, aggregate_id, shard, sequence, type, source, platform, payload, occurred_at)
            select i.event_id, i.aggregate_id, i.shard,
                   t.last_sequence - count(*) over (partition by i.aggregate_id)
                       + row_number() over (partition by i.aggregate_id order by i.position),
                   i.type, :source, i.platform, i.payload, coalesce(i.occurred_at, now())
            from input i join taken t on t.aggregate_id = i.aggregate_id
            order by i.position
            """;

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
        handle.createUpdate(APPEND)
                .bindArray("eventIds", UUID.class, map(events, e -> UuidCreator.getTimeOrderedEpoch()))
                .bindArray("aggregates", String.class, map(events, OutgoingEvent::subject))
                .bindArray("shards", Integer.class, map(events, e -> Shards.of(e.subject())))
                .bindArray("types", String.class, map(events, OutgoingEvent::type))
                .bindArray("platforms", String.class, map(events, OutgoingEvent::platform))
                .bind("payloads", payloads(events))
                .bindArray(
                        "times",
                        String.class,
                        map(events, e -> e.time() == null ? null : e.time().toString()))
                .bind("source", source)
                .execute();
    }

    /** From here on the claim is lost when this transaction does not move for so long, however it got stuck. */
    void limitIdleTime(Handle handle, Duration idle) {
        handle.createQuery("select set_config('idle_in_transaction_session_timeout', :millis, true)")
                .bind("millis", Long.toString(idle.toMillis()))
                .mapTo(String.class)
                .one();
    }

    /** Tells the database that this transaction is alive. */
    void touch(Handle handle) {
        handle.createQuery("select 1").mapTo(Integer.class).one();
    }

    /**
     * Locks shards that no other relay holds. The lock closes this race: two relays read the same unsent rows, and one
     * sends an aggregate's second event before the other sends its first.
     */
    List<Integer> claim(Handle handle, List<Integer> wanted, int limit) {
        return handle.createQuery("""
                        select shard from outbox_shard where shard = any(:wanted)
                        order by random() limit :limit for update skip locked""")
                .bindArray("wanted", Integer.class, wanted)
                .bind("limit", limit)
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

    /** Not as an array of Jdbi's: the driver insists on a {@code byte[][]}. */
    private static Argument payloads(List<OutgoingEvent> events) {
        byte[][] payloads = events.stream().map(OutgoingEvent::data).toArray(byte[][]::new);
        return (position, statement, context) ->
                statement.setArray(position, statement.getConnection().createArrayOf("bytea", payloads));
    }

    private static <T extends @Nullable Object> List<T> map(
            List<OutgoingEvent> events, Function<OutgoingEvent, T> property) {
        // Not toList(): an absent time is null.
        var values = new ArrayList<T>(events.size());
        events.forEach(event -> values.add(property.apply(event)));
        return values;
    }
}
