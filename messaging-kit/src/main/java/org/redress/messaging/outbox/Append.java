package org.redress.messaging.outbox;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.redress.messaging.OutgoingEvent;

/**
 * Events as outbox rows, in one statement on the caller's connection, in the caller's transaction. Plain JDBC: for a single
 * event the statement is most of what a request pays for its event.
 *
 * <p>The upsert of the sequences locks them until commit, and a row's id is given out only once its aggregate's sequence is
 * locked. So for one aggregate ids, sequences and commits have the same order, and a relay that reads by id never skips a
 * row whose transaction is still open: whoever waits for the lock has no id yet.
 */
final class Append {
    // Without arrays and joins: the server plans and runs it in half the time of the one for many.
    private static final String ONE = """
            with taken as (
                insert into outbox_sequence as s (aggregate_id, last_sequence) values (?, 1)
                on conflict (aggregate_id) do update set last_sequence = s.last_sequence + 1
                returning aggregate_id, last_sequence
            )
            insert into outbox (event_id, aggregate_id, shard, sequence, type, source, platform, payload, occurred_at)
            select ?, aggregate_id, ?, last_sequence, ?, ?, ?, ?, coalesce(cast(? as timestamptz), now()) from taken
            """;

    // The aggregates come sorted, so that all appends lock in one order.
    private static final String MANY = """
            with taken as (
                insert into outbox_sequence as s (aggregate_id, last_sequence)
                select aggregate_id, events from unnest(?, ?) with ordinality as a(aggregate_id, events, position)
                order by position
                on conflict (aggregate_id) do update set last_sequence = s.last_sequence + excluded.last_sequence
                returning aggregate_id, last_sequence
            )
            insert into outbox (event_id, aggregate_id, shard, sequence, type, source, platform, payload, occurred_at)
            select i.event_id, i.aggregate_id, i.shard, t.last_sequence - i.behind, i.type, ?, i.platform, i.payload,
                   coalesce(i.occurred_at, now())
            from unnest(?, ?, ?, ?, ?, ?, ?, cast(? as timestamptz[])) with ordinality
                as i(event_id, aggregate_id, shard, behind, type, platform, payload, occurred_at, position)
            join taken t on t.aggregate_id = i.aggregate_id
            order by i.position
            """;

    private Append() {}

    /** Appends the events in their order. */
    static void run(Connection connection, String source, List<OutgoingEvent> events) throws SQLException {
        if (events.size() == 1) {
            one(connection, source, events.get(0));
        } else {
            many(connection, source, events);
        }
    }

    private static void one(Connection connection, String source, OutgoingEvent event) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ONE)) {
            int at = 0;
            insert.setString(++at, event.subject());
            insert.setObject(++at, UuidCreator.getTimeOrderedEpoch());
            insert.setInt(++at, Shards.of(event.subject()));
            insert.setString(++at, event.type());
            insert.setString(++at, source);
            insert.setString(++at, event.platform());
            insert.setBytes(++at, event.data());
            insert.setString(++at, time(event));
            insert.executeUpdate();
        }
    }

    private static void many(Connection connection, String source, List<OutgoingEvent> events) throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        events.forEach(event -> counts.merge(event.subject(), 1L, Long::sum));
        try (PreparedStatement insert = connection.prepareStatement(MANY)) {
            int at = 0;
            insert.setArray(
                    ++at, connection.createArrayOf("text", counts.keySet().toArray()));
            insert.setArray(
                    ++at, connection.createArrayOf("bigint", counts.values().toArray()));
            insert.setString(++at, source);
            array(insert, ++at, "uuid", events, event -> UuidCreator.getTimeOrderedEpoch());
            array(insert, ++at, "text", events, OutgoingEvent::subject);
            array(insert, ++at, "integer", events, event -> Shards.of(event.subject()));
            insert.setArray(++at, connection.createArrayOf("bigint", behind(events, counts)));
            array(insert, ++at, "text", events, OutgoingEvent::type);
            array(insert, ++at, "text", events, OutgoingEvent::platform);
            byte[][] payloads = events.stream().map(OutgoingEvent::data).toArray(byte[][]::new);
            insert.setArray(++at, connection.createArrayOf("bytea", payloads));
            array(insert, ++at, "text", events, Append::time);
            insert.executeUpdate();
        }
    }

    /** For each event how many later ones of its subject there are. */
    private static Object[] behind(List<OutgoingEvent> events, Map<String, Long> counts) {
        var left = new HashMap<>(counts);
        return events.stream()
                .map(event -> left.merge(event.subject(), -1L, Long::sum))
                .toArray();
    }

    private static void array(
            PreparedStatement insert,
            int at,
            String type,
            List<OutgoingEvent> events,
            Function<OutgoingEvent, @Nullable Object> property)
            throws SQLException {
        Object[] values = events.stream().map(property).toArray();
        insert.setArray(at, insert.getConnection().createArrayOf(type, values));
    }

    private static @Nullable String time(OutgoingEvent event) {
        return event.time() == null ? null : event.time().toString();
    }
}
