package org.redress.notification.digest;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.redress.notification.delivery.Delivery;
import org.redress.notification.delivery.DeliveryRows;

/**
 * The notices that wait to be told together: inbox deliveries that have an addressee and are still DUE, and when they can
 * be told at the earliest ({@code next_attempt_at}). Methods join the caller's transaction.
 */
@ApplicationScoped
class GatheredDeliveries {

    /** Whose gathered notices can be told. */
    record Addressee(String platform, String recipient) {}

    /**
     * How an addressee stands when a level comes.
     *
     * @param late how long ago the level fell due, whatever held it up
     * @param lately how many other levels they got lately, told or gathered
     * @param gathering whether something waits to be told together; what comes after it must not pass it
     */
    record Standing(Duration late, int lately, boolean gathering) {}

    private static final String GATHERED = "channel = 'INBOX' and state = 'DUE' and recipient is not null";

    private final Jdbi jdbi;
    private final DeliveryRows rows;

    GatheredDeliveries(Jdbi jdbi, DeliveryRows rows) {
        this.jdbi = jdbi;
        this.rows = rows;
    }

    /** How the addressee of a delivery stands: what else they got within a time, counted up to {@code atMost}. */
    Standing standing(Delivery delivery, Duration within, int atMost) {
        String others = "channel = 'INBOX' and fires_at is not null and platform = :platform"
                + " and recipient = :recipient and id <> :id";
        return jdbi.withHandle(handle -> handle.createQuery("select"
                        + " cast(extract(epoch from clock_timestamp() - fires_at) * 1000 as bigint) as late,"
                        + " (select count(*) from (select 1 from delivery where " + others
                        + " and created_at > now() - :within * interval '1 millisecond' limit :most) recent) as lately,"
                        + " exists (select from delivery where " + others + " and state = 'DUE') as gathering"
                        + " from delivery where id = :id")
                .bind("platform", delivery.platform())
                .bind("recipient", delivery.recipient().address())
                .bind("id", delivery.id())
                .bind("within", within.toMillis())
                .bind("most", atMost)
                .map((row, context) -> new Standing(
                        Duration.ofMillis(Math.max(0, row.getLong("late"))),
                        row.getInt("lately"),
                        row.getBoolean("gathering")))
                .one());
    }

    /** Leaves a delivery to be told with others. By the time that passes now, not since the transaction began. */
    void gather(UUID id, Duration quiet) {
        jdbi.useHandle(handle -> handle.createUpdate("update delivery set"
                        + " next_attempt_at = clock_timestamp() + :quiet * interval '1 millisecond' where id = :id")
                .bind("id", id)
                .bind("quiet", quiet.toMillis())
                .execute());
    }

    /** Whose notices can be told: nothing was added for a while, or the first has waited long enough. */
    List<Addressee> ready(Duration longest) {
        return jdbi.withHandle(handle -> handle.createQuery("select platform, recipient from delivery where " + GATHERED
                        + " group by platform, recipient having max(next_attempt_at) <= now()"
                        + " or min(next_attempt_at) <= now() - :longest * interval '1 millisecond' limit 100")
                .bind("longest", longest.toMillis())
                .map((row, context) -> new Addressee(row.getString("platform"), row.getString("recipient")))
                .list());
    }

    /**
     * Takes what an addressee can be told, in the order in which the levels fell due; nothing if somebody else is at it.
     * The lock closes the race of two workers that would each tell a part.
     */
    List<Delivery> take(Addressee addressee, int most) {
        return jdbi.withHandle(handle -> {
            boolean mine = handle.createQuery("select pg_try_advisory_xact_lock(hashtextextended(:name, 140))")
                    .bind("name", addressee.platform() + " " + addressee.recipient())
                    .mapTo(Boolean.class)
                    .one();
            return mine
                    ? handle.createQuery("select " + DeliveryRows.COLUMNS + " from delivery where " + GATHERED
                                    + " and platform = :platform and recipient = :recipient"
                                    + " order by fires_at, id limit :most for update")
                            .bind("platform", addressee.platform())
                            .bind("recipient", addressee.recipient())
                            .bind("most", most)
                            .map((row, context) -> rows.read(row))
                            .list()
                    : List.of();
        });
    }
}
