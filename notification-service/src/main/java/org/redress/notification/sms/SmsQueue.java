package org.redress.notification.sms;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.redress.notification.contact.MaskedPhone;
import org.redress.notification.delivery.DeliveryEvents;
import org.redress.notification.delivery.DeliveryMetrics;
import org.redress.notification.delivery.DeliveryRows;
import org.redress.notification.delivery.DeliveryState;
import org.redress.notification.planning.Channel;
import org.redress.notification.planning.Recipient;

/**
 * The short messages to be sent, shared by any number of workers and instances. Each method is one short transaction;
 * no outside call is ever made inside one. A claim is a lease with a fence: a worker that lost its lease, because it
 * stood still for too long, can't record anything any more.
 */
@ApplicationScoped
class SmsQueue {
    /** The due rows are picked in a CTE: as a plain subquery they could be picked, and locked, more than once. */
    private static final String CLAIM = """
            with due as materialized (
                select id from delivery
                where channel = 'SMS' and state in ('DUE', 'SENDING', 'UNKNOWN') and next_attempt_at <= now()
                order by next_attempt_at limit :most for update skip locked)
            update delivery d set
                claims = d.claims + 1,
                attempts = d.attempts + 1,
                state = case d.state when 'SENDING' then 'UNKNOWN' else d.state end,
                next_attempt_at = now() + :lease * interval '1 millisecond'
            from due where d.id = due.id
            returning d.id, d.complaint_id, d.platform, d.template, d.language, d.params::text as params, d.out_id,
                d.recipient_kind, d.recipient, d.attempts, d.claims, d.unclear, d.give_up_at <= now() as overdue,
                cast(extract(epoch from now() - d.posted_at) * 1000 as bigint) as since
            """;

    private static final String MARK = """
            update delivery set
                state = 'SENDING', unclear = true, posted_at = now(), sent_to = :masked,
                counted_on = coalesce(counted_on, (now() at time zone :zone)::date),
                next_attempt_at = now() + :lease * interval '1 millisecond'
            where id = :id
            """;

    private static final String RECORD = """
            update delivery set
                state = :state, unclear = :unclear, last_error = :reason,
                posted_at = case when :settled then null else posted_at end,
                provider_id = coalesce(:messageId, provider_id),
                next_attempt_at = case when :ends then null else now() + :pause * interval '1 millisecond' end,
                ended_at = case when :ends then now() end
            where id = :id and claims = :claim
            """;

    private final Jdbi jdbi;
    private final DeliveryRows rows;
    private final SmsAllowance allowance;
    private final SmsSettings settings;
    private final DeliveryEvents events;
    private final DeliveryMetrics metrics;

    SmsQueue(
            Jdbi jdbi,
            DeliveryRows rows,
            SmsAllowance allowance,
            SmsSettings settings,
            DeliveryEvents events,
            DeliveryMetrics metrics) {
        this.jdbi = jdbi;
        this.rows = rows;
        this.allowance = allowance;
        this.settings = settings;
        this.events = events;
        this.metrics = metrics;
    }

    /** What came of asking for leave to send. */
    enum Leave {
        /** Go ahead: the row says SENDING. */
        GRANTED,
        /** Someone else holds the delivery by now. */
        LOST,
        /** The phone has had its share of the day. */
        PHONE_CAP,
        /** The platform has had its share of the day. */
        PLATFORM_CAP
    }

    /**
     * Takes up to so many due deliveries, the longest due first. Locked rows are skipped: another worker is taking
     * them. A row still SENDING after its lease was left by a dead worker; its request's fate is not known.
     */
    List<ClaimedSms> claim(int most) {
        return QuarkusTransaction.requiringNew()
                .call(() -> jdbi.withHandle(handle -> handle.createQuery(CLAIM)
                        .bind("lease", settings.lease().toMillis())
                        .bind("most", most)
                        .map((row, context) -> read(row))
                        .list()));
    }

    /** Counts the message against the day's caps, once, and marks that a request is about to be made. */
    Leave leave(ClaimedSms sms, String phone) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Leave leave = count(sms, phone);
            if (leave == Leave.GRANTED) {
                mark(sms, phone);
            }
            return leave;
        });
    }

    /** Records what became of an attempt, with the event that says so. False if the claim was lost. */
    boolean record(ClaimedSms sms, NextStep step) {
        return QuarkusTransaction.requiringNew().call(() -> {
            boolean held = update(sms, step);
            if (held && step.ends()) {
                tell(sms, step);
            }
            return held;
        });
    }

    private Leave count(ClaimedSms sms, String phone) {
        Boolean counted = jdbi.withHandle(handle -> handle.createQuery(
                        "select counted_on is not null from delivery where id = :id and claims = :claim for update")
                .bind("id", sms.id())
                .bind("claim", sms.claim())
                .mapTo(Boolean.class)
                .findOne()
                .orElse(null));
        if (counted == null) {
            return Leave.LOST;
        }
        if (counted) {
            return Leave.GRANTED;
        }
        LocalDate day = allowance.today();
        if (!allowance.takeForPhone(day, phone)) {
            return Leave.PHONE_CAP;
        }
        if (!allowance.takeForPlatform(day, sms.platform())) {
            allowance.giveBackForPhone(day, phone);
            return Leave.PLATFORM_CAP;
        }
        return Leave.GRANTED;
    }

    private void mark(ClaimedSms sms, String phone) {
        jdbi.useHandle(handle -> handle.createUpdate(MARK)
                .bind("id", sms.id())
                .bind("masked", MaskedPhone.of(phone))
                .bind("zone", settings.zone().getId())
                .bind("lease", settings.lease().toMillis())
                .execute());
    }

    private boolean update(ClaimedSms sms, NextStep step) {
        return jdbi.withHandle(handle -> handle.createUpdate(RECORD)
                        .bind("id", sms.id())
                        .bind("claim", sms.claim())
                        .bind("state", step.state().name())
                        .bind("unclear", step.unclear())
                        .bind("settled", step.settled())
                        .bind("reason", step.reason())
                        .bind("messageId", step.messageId())
                        .bind("ends", step.ends())
                        .bind("pause", step.pause().toMillis())
                        .execute())
                == 1;
    }

    private void tell(ClaimedSms sms, NextStep step) {
        metrics.ended(Channel.SMS, step.state());
        DeliveryEvents.Ended ended = new DeliveryEvents.Ended(
                sms.id(),
                sms.complaintId(),
                sms.platform(),
                Channel.SMS,
                sms.template(),
                sms.recipient(),
                sms.attempts());
        if (step.state() == DeliveryState.SENT) {
            events.sent(ended);
        } else if (step.state() == DeliveryState.FAILED) {
            events.failed(ended, String.valueOf(step.reason()));
        }
    }

    private ClaimedSms read(ResultSet row) throws SQLException {
        long since = row.getLong("since");
        Duration sincePosted = row.wasNull() ? null : Duration.ofMillis(since);
        Recipient recipient =
                new Recipient(Recipient.Kind.valueOf(row.getString("recipient_kind")), row.getString("recipient"));
        return new ClaimedSms(
                row.getObject("id", UUID.class),
                row.getObject("complaint_id", UUID.class),
                row.getString("platform"),
                row.getString("template"),
                row.getString("language"),
                rows.params(row.getString("params")),
                row.getString("out_id"),
                recipient.role(),
                row.getInt("attempts"),
                row.getLong("claims"),
                row.getBoolean("unclear"),
                sincePosted,
                row.getBoolean("overdue"));
    }
}
