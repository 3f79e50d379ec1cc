package org.redress.notification.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.redress.notification.planning.Audience;
import org.redress.notification.planning.Channel;
import org.redress.notification.planning.Level;
import org.redress.notification.planning.Occasion;
import org.redress.notification.planning.Recipient;

/** The deliveries. Changing methods need the caller's transaction; safe for concurrent use. */
@ApplicationScoped
public class DeliveryRepository {
    private static final String COLUMNS = DeliveryRows.COLUMNS;

    private final Jdbi jdbi;
    private final DeliveryRows rows;

    DeliveryRepository(Jdbi jdbi, DeliveryRows rows) {
        this.jdbi = jdbi;
        this.rows = rows;
    }

    /** Plans a delivery. False if this event already has it: a replay adds nothing. */
    boolean plan(NewDelivery planned) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                "insert into delivery (id, event_id, complaint_id,"
                                        + " platform, channel, audience, recipient_kind, recipient, template, language, params,"
                                        + " state, next_attempt_at, give_up_at, out_id, occurred_at, fires_at, clock_id, cycle) values (:id, :event,"
                                        + " :complaint, :platform, :channel, :audience, :kind, :recipient, :template, :language,"
                                        + " :params::jsonb, 'DUE', now(), now() + :giveUp * interval '1 millisecond', :outId,"
                                        + " :occurred, :fires, :clock, :cycle) on conflict (event_id, channel, audience) do nothing")
                        .bindMap(rows.values(planned))
                        .execute())
                == 1;
    }

    /** Whether an event is too old for an SMS, by the database's clock. */
    boolean olderThan(NewDelivery planned, Duration age) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select cast(:at as timestamptz) < now() - :age * interval '1 millisecond'")
                .bind("at", planned.happening().at().atOffset(ZoneOffset.UTC))
                .bind("age", age.toMillis())
                .mapTo(Boolean.class)
                .one());
    }

    /** Ends a delivery that is not under way, at the first attempt if it is sent. */
    void end(UUID id, DeliveryState state, @Nullable String reason) {
        jdbi.useHandle(handle -> handle.createUpdate("update delivery set state = :state, last_error = :reason,"
                        + " attempts = case when :state = 'SENT' then 1 else attempts end, next_attempt_at = null,"
                        + " ended_at = now() where id = :id")
                .bind("id", id)
                .bind("state", state.name())
                .bind("reason", reason)
                .execute());
    }

    /** Records that an inbox message tells of a delivery. */
    void told(UUID id, UUID message) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update delivery set state = 'SENT', last_error = null,"
                                + " attempts = 1, next_attempt_at = null, ended_at = now(), message_id = :message where id = :id")
                .bind("id", id)
                .bind("message", message)
                .execute());
    }

    /** Who was told, or is to be told, in their inbox that a run of a clock missed its time: once an audience. */
    List<Told> toldOfBreach(UUID complaintId, Level level) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select distinct on (audience) audience, recipient_kind,"
                                + " recipient from delivery where clock_id = :clock and cycle = :cycle and complaint_id = :id"
                                + " and channel = 'INBOX' and template in (<templates>) order by audience, created_at desc, id desc")
                .bind("clock", level.clockId())
                .bind("cycle", level.cycle())
                .bind("id", complaintId)
                .bindList("templates", Occasion.OF_A_BREACH)
                .map((row, context) -> new Told(
                        Audience.valueOf(row.getString("audience")),
                        new Recipient(
                                Recipient.Kind.valueOf(row.getString("recipient_kind")), row.getString("recipient"))))
                .list());
    }

    /** The messages that wait for somebody not known until now; they now have this recipient. */
    List<Delivery> address(UUID complaintId, Audience audience, String recipient) {
        return jdbi.withHandle(handle -> handle.createQuery("update delivery set recipient = :recipient"
                        + " where complaint_id = :complaint and recipient is null and audience = :audience"
                        + " and state = 'DUE' returning " + COLUMNS)
                .bind("complaint", complaintId)
                .bind("audience", audience.name())
                .bind("recipient", recipient)
                .map((row, context) -> rows.read(row))
                .list());
    }

    /** One delivery of a platform. */
    public Optional<Delivery> find(UUID id, String platform) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select " + COLUMNS + " from delivery where id = :id and platform = :platform")
                .bind("id", id)
                .bind("platform", platform)
                .map((row, context) -> rows.read(row))
                .findOne());
    }

    /**
     * Deliveries of a platform, newest first.
     *
     * @param filter what else must hold
     * @param before only those planned before this one
     * @param limit how many at most
     */
    public List<Delivery> list(String platform, Filter filter, @Nullable UUID before, int limit) {
        List<String> conditions = new ArrayList<>(List.of("platform = :platform"));
        Map<String, Object> values = new HashMap<>(Map.of("platform", platform, "limit", limit));
        condition(conditions, values, "complaint_id = :complaint", "complaint", filter.complaintId());
        condition(conditions, values, "recipient = :recipient", "recipient", filter.recipient());
        condition(
                conditions,
                values,
                "state = :state",
                "state",
                filter.state() == null ? null : filter.state().name());
        condition(conditions, values, "id < :before", "before", before);
        String sql = "select " + COLUMNS + " from delivery where " + String.join(" and ", conditions)
                + " order by id desc limit :limit";
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .bindMap(values)
                .map((row, context) -> rows.read(row))
                .list());
    }

    /**
     * Makes a FAILED delivery due again, with a new time to give up. If its last request's fate was never learnt it
     * becomes UNKNOWN instead, so that it is looked up first.
     *
     * @return false if it is not FAILED
     */
    boolean retry(UUID id, String platform, Duration giveUpAfter) {
        return jdbi.withHandle(handle -> handle.createUpdate("update delivery set state = case when unclear then"
                                + " 'UNKNOWN' else 'DUE' end, last_error = null, next_attempt_at = now(), ended_at = null,"
                                + " give_up_at = now() + :giveUp * interval '1 millisecond'"
                                + " where id = :id and platform = :platform and state = 'FAILED'")
                        .bind("id", id)
                        .bind("platform", platform)
                        .bind("giveUp", giveUpAfter.toMillis())
                        .execute())
                == 1;
    }

    /** How many deliveries are in each state that still needs something done. */
    public Map<OpenKey, Long> open() {
        Map<OpenKey, Long> counts = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("select channel, state, count(*) as n from delivery"
                        + " where state in ('DUE', 'SENDING', 'UNKNOWN') group by channel, state")
                .map((row, context) -> counts.put(
                        new OpenKey(
                                Channel.valueOf(row.getString("channel")),
                                DeliveryState.valueOf(row.getString("state"))),
                        row.getLong("n")))
                .list());
        return counts;
    }

    private static void condition(
            List<String> conditions, Map<String, Object> values, String sql, String name, @Nullable Object value) {
        if (value != null) {
            conditions.add(sql);
            values.put(name, value);
        }
    }

    /**
     * Which deliveries are wanted; null means any.
     *
     * @param complaintId of this complaint
     * @param recipient to this address
     * @param state in this state
     */
    public record Filter(
            @Nullable UUID complaintId,
            @Nullable String recipient,
            @Nullable DeliveryState state) {}

    /**
     * Somebody who was told.
     *
     * @param audience as whom
     * @param recipient who that was
     */
    record Told(Audience audience, Recipient recipient) {}

    /**
     * A channel and a state, for counting.
     *
     * @param channel the channel
     * @param state the state
     */
    public record OpenKey(Channel channel, DeliveryState state) {}
}
