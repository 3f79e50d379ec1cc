package org.redress.messaging.parked;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.redress.messaging.ParkedRecord;

/** The parked rows of both directions. Every method works on the caller's handle. Thread-safe. */
@Singleton
public class ParkedRepository {
    private static final String OPEN = """
            select id, 'INCOMING' as direction, topic, partition_number, record_offset, event_id, type, subject, platform,
                   reason, attempts, value_size, truncated, parked_at
            from parked_record where resolution is null
            union all
            select event_id, 'OUTGOING', '', -1, id, event_id, type, aggregate_id, platform,
                   coalesce(last_error, ''), attempts, length(payload), false, parked_at
            from outbox where parked_at is not null and resolution is null
            """;

    /**
     * Parks a record from a topic; nothing happens when it is parked already, also when it was replayed or discarded since.
     *
     * @return whether it is newly parked
     */
    public boolean park(Handle handle, String consumer, StoredRecord stored, String reason, int attempts) {
        var event = stored.event();
        return handle.createUpdate("""
                        insert into parked_record (id, consumer, topic, partition_number, record_offset, record_time,
                            record_key, headers, value, value_size, truncated, event_id, type, subject, platform,
                            reason, attempts)
                        values (:id, :consumer, :topic, :partition, :offset, :time, cast(:key as bytea), :headers,
                            cast(:value as bytea), :size, :truncated, cast(:eventId as uuid), :type, :subject, :platform, :reason, :attempts)
                        on conflict (consumer, topic, partition_number, record_offset, record_time) do nothing""")
                        .bind("id", stored.id())
                        .bind("consumer", consumer)
                        .bind("topic", stored.topic())
                        .bind("partition", stored.partition())
                        .bind("offset", stored.offset())
                        .bind("time", stored.time())
                        .bind("key", stored.key())
                        .bind("headers", HeaderBytes.write(stored.headers()))
                        .bind("value", stored.value())
                        .bind("size", stored.size())
                        .bind("truncated", stored.truncated())
                        .bind("eventId", event == null ? null : event.id())
                        .bind("type", event == null ? null : event.type())
                        .bind("subject", event == null ? null : event.subject())
                        .bind("platform", event == null ? null : event.platform())
                        .bind("reason", Bounds.reason(reason))
                        .bind("attempts", attempts)
                        .execute()
                == 1;
    }

    List<ParkedRecord> list(Handle handle, String platform, @Nullable UUID after, int limit) {
        return handle.createQuery("select * from (" + OPEN + """
                        ) open where (platform = :platform or platform is null)
                          and (cast(:after as uuid) is null or id < cast(:after as uuid)) order by id desc limit :limit""")
                .bind("platform", platform)
                .bind("after", after)
                .bind("limit", limit)
                .map(ParkedRepository::parked)
                .list();
    }

    Optional<ParkedRecord> find(Handle handle, UUID id) {
        return handle.createQuery("select * from (" + OPEN + ") open where id = :id")
                .bind("id", id)
                .map(ParkedRepository::parked)
                .findFirst();
    }

    Optional<byte[]> payload(Handle handle, UUID id) {
        return handle.createQuery("""
                        select value from parked_record where id = :id and resolution is null and value is not null
                        union all
                        select payload from outbox where event_id = :id and parked_at is not null and resolution is null""")
                .bind("id", id)
                .map((row, context) -> row.getBytes(1))
                .findFirst();
    }

    /** Locks an open one: two people who replay the same record at once must not handle it twice. */
    Optional<StoredRecord> lock(Handle handle, UUID id) {
        return handle.createQuery("select * from parked_record where id = :id and resolution is null for update")
                .bind("id", id)
                .map(ParkedRepository::stored)
                .findFirst();
    }

    boolean resolve(Handle handle, UUID id, String resolution, String by, @Nullable String reason) {
        return handle.createUpdate("""
                        update parked_record set resolution = :resolution, resolved_by = :by, resolved_at = now(),
                               resolved_reason = :reason
                        where id = :id and resolution is null""")
                        .bind("id", id)
                        .bind("resolution", resolution)
                        .bind("by", by)
                        .bind("reason", reason)
                        .execute()
                == 1;
    }

    void failedAgain(Handle handle, UUID id, String reason) {
        handle.createUpdate("update parked_record set attempts = attempts + 1, reason = :reason where id = :id")
                .bind("id", id)
                .bind("reason", Bounds.reason(reason))
                .execute();
    }

    /** Gives a parked outbox row back to the relay, or takes it off for good. */
    boolean resolveOutgoing(Handle handle, UUID eventId, String resolution, String by, @Nullable String reason) {
        return handle.createUpdate("""
                        update outbox set resolution = :resolution, resolved_by = :by, resolved_at = now(),
                               resolved_reason = :reason,
                               parked_at = case when :resolution = 'REPLAYED' then null else parked_at end
                        where event_id = :id and parked_at is not null and resolution is null""")
                        .bind("id", eventId)
                        .bind("resolution", resolution)
                        .bind("by", by)
                        .bind("reason", reason)
                        .execute()
                == 1;
    }

    /** How many are open, of both directions. */
    public long count(Handle handle) {
        return handle.createQuery("select count(*) from (" + OPEN + ") open")
                .mapTo(Long.class)
                .one();
    }

    private static ParkedRecord parked(ResultSet row, StatementContext context) throws SQLException {
        return new ParkedRecord(
                row.getObject("id", UUID.class),
                ParkedRecord.Direction.valueOf(row.getString("direction")),
                row.getString("topic"),
                row.getInt("partition_number"),
                row.getLong("record_offset"),
                row.getObject("event_id", UUID.class),
                row.getString("type"),
                row.getString("subject"),
                row.getString("platform"),
                row.getString("reason"),
                row.getInt("attempts"),
                row.getLong("value_size"),
                row.getBoolean("truncated"),
                row.getObject("parked_at", OffsetDateTime.class).toInstant());
    }

    private static StoredRecord stored(ResultSet row, StatementContext context) throws SQLException {
        return new StoredRecord(
                row.getObject("id", UUID.class),
                row.getString("topic"),
                row.getInt("partition_number"),
                row.getLong("record_offset"),
                row.getLong("record_time"),
                row.getBytes("record_key"),
                HeaderBytes.read(row.getBytes("headers")),
                row.getBytes("value"),
                row.getLong("value_size"),
                row.getBoolean("truncated"),
                null);
    }
}
