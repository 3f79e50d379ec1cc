package org.redress.notification.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.redress.notification.delivery.Delivery;
import org.redress.notification.delivery.DeliveryRows;
import org.redress.notification.delivery.Inbox;
import org.redress.service.id.Ids;

/**
 * The inboxes. Every reading query is bound to a platform and to addresses of the caller, so that a message of someone
 * else can't be reached by its id either (I8). Safe for concurrent use.
 */
@ApplicationScoped
public class InboxRepository implements Inbox {
    /** The text of a message that tells of many levels. */
    static final String DIGEST = "deadline-digest";

    private final Jdbi jdbi;
    private final DeliveryRows rows;

    InboxRepository(Jdbi jdbi, DeliveryRows rows) {
        this.jdbi = jdbi;
        this.rows = rows;
    }

    @Override
    public UUID put(Delivery delivery) {
        return put(delivery, delivery.complaintId(), delivery.template(), delivery.params());
    }

    @Override
    public UUID putTogether(Delivery first, Map<String, String> summary) {
        return put(first, null, DIGEST, summary);
    }

    private UUID put(Delivery delivery, @Nullable UUID complaint, String template, Map<String, String> params) {
        String recipient = delivery.recipient().address();
        if (recipient == null) {
            throw new IllegalArgumentException("delivery " + delivery.id() + " has no recipient yet");
        }
        UUID id = Ids.next();
        jdbi.useHandle(
                handle -> handle.createUpdate("insert into inbox_message (id, delivery_id, complaint_id, platform,"
                                + " recipient, template, params) values (:id, :delivery, :complaint, :platform, :recipient,"
                                + " :template, :params::jsonb)")
                        .bind("id", id)
                        .bind("delivery", delivery.id())
                        .bind("complaint", complaint)
                        .bind("platform", delivery.platform())
                        .bind("recipient", recipient)
                        .bind("template", template)
                        .bind("params", rows.write(params))
                        .execute());
        return id;
    }

    /**
     * A reader's messages, newest first.
     *
     * @param addresses the reader's addresses; the first one is under which reading is recorded
     * @param unread whether only unread ones are wanted
     * @param before only those that arrived before this one
     */
    List<InboxMessage> list(String platform, List<String> addresses, boolean unread, @Nullable UUID before, int limit) {
        if (addresses.isEmpty()) {
            return List.of();
        }
        String read = "exists (select 1 from inbox_read r where r.message_id = m.id and r.reader = :reader)";
        String sql = "select m.id, m.at, m.template, m.params::text as params, m.complaint_id, m.platform, c.number, "
                + read + " as read from inbox_message m left join known_case c using (complaint_id)"
                + " where m.platform = :platform and m.recipient in (<addresses>)"
                + (unread ? " and not " + read : "")
                + (before == null ? "" : " and m.id < :before")
                + " order by m.id desc limit :limit";
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery(sql)
                    .bindList("addresses", addresses)
                    .bind("platform", platform)
                    .bind("reader", addresses.get(0))
                    .bind("limit", limit);
            if (before != null) {
                query.bind("before", before);
            }
            return query.map((row, context) -> read(row)).list();
        });
    }

    /** Records that the reader has read a message; again changes nothing. False if it is not one of theirs. */
    boolean read(UUID id, String platform, List<String> addresses) {
        if (addresses.isEmpty()) {
            return false;
        }
        return jdbi.withHandle(handle -> {
            boolean theirs = handle.createQuery("select 1 from inbox_message where id = :id and platform = :platform"
                            + " and recipient in (<addresses>)")
                    .bindList("addresses", addresses)
                    .bind("id", id)
                    .bind("platform", platform)
                    .mapTo(Integer.class)
                    .findOne()
                    .isPresent();
            if (theirs) {
                handle.createUpdate("insert into inbox_read (message_id, reader) values (:id, :reader)"
                                + " on conflict (message_id, reader) do nothing")
                        .bind("id", id)
                        .bind("reader", addresses.get(0))
                        .execute();
            }
            return theirs;
        });
    }

    /** One message; empty if it is not one of the reader's. */
    Optional<InboxMessage> find(UUID id, String platform, List<String> addresses) {
        return addresses.isEmpty()
                ? Optional.empty()
                : jdbi.withHandle(handle -> handle.createQuery(
                                "select m.id, m.at, m.template, m.params::text as params,"
                                        + " m.complaint_id, m.platform, c.number, exists (select 1 from inbox_read r"
                                        + " where r.message_id = m.id and r.reader = :reader) as read"
                                        + " from inbox_message m left join known_case c using (complaint_id)"
                                        + " where m.id = :id and m.platform = :platform and m.recipient in (<addresses>)")
                        .bindList("addresses", addresses)
                        .bind("reader", addresses.get(0))
                        .bind("id", id)
                        .bind("platform", platform)
                        .map((row, context) -> read(row))
                        .findOne());
    }

    /** What a message of many levels tells of, in the order in which they fell due, at most so many of them. */
    List<ToldLevel> levels(UUID message, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select d.complaint_id, c.number, d.template,"
                                + " d.params::text as params, d.fires_at from delivery d left join known_case c using (complaint_id)"
                                + " where d.message_id = :message and d.fires_at is not null order by d.fires_at, d.id limit :limit")
                .bind("message", message)
                .bind("limit", limit)
                .map((row, context) -> new ToldLevel(
                        row.getObject("complaint_id", UUID.class),
                        row.getString("number"),
                        row.getString("template"),
                        rows.params(row.getString("params")),
                        DeliveryRows.instant(row, "fires_at")))
                .list());
    }

    /** The values of a message with the complaint's number, which may have become known after it was planned. */
    static Map<String, String> values(InboxMessage message) {
        Map<String, String> values = new java.util.HashMap<>(message.params());
        values.putIfAbsent("number", message.number() == null ? "—" : message.number());
        return values;
    }

    private InboxMessage read(ResultSet row) throws SQLException {
        return new InboxMessage(
                row.getObject("id", UUID.class),
                DeliveryRows.instant(row, "at"),
                row.getString("template"),
                rows.params(row.getString("params")),
                row.getObject("complaint_id", UUID.class),
                row.getString("number"),
                row.getString("platform"),
                row.getBoolean("read"));
    }
}
