package org.redress.intake.order;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.redress.intake.complaint.Rows;
import org.redress.intake.sellingplatform.SellingPlatforms;
import org.redress.messaging.AfterCommit;

/** What the selling platforms hold about complaints' orders (R11). All methods join the running transaction. Thread-safe. */
@ApplicationScoped
public class HeldOrders {
    private final Jdbi jdbi;
    private final SellingPlatforms platforms;
    private final PullWorker worker;
    private final AfterCommit afterCommit;

    HeldOrders(Jdbi jdbi, SellingPlatforms platforms, PullWorker worker, AfterCommit afterCommit) {
        this.jdbi = jdbi;
        this.platforms = platforms;
        this.worker = worker;
        this.afterCommit = afterCommit;
    }

    /**
     * Has the platform asked for a new complaint's order once the transaction commits. Does nothing if no platform is connected.
     *
     * @param account the complainant, as the platform names them
     */
    public void ask(UUID complaintId, String platform, String orderNo, String account) {
        if (!platforms.connected()) {
            return;
        }
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into held_order (complaint_id, platform, order_no, account)
                        values (:id, :platform, :orderNo, :account)""")
                .bind("id", complaintId)
                .bind("platform", platform)
                .bind("orderNo", orderNo)
                .bind("account", account)
                .execute());
        afterCommit.run(worker::wake);
    }

    /** Has the platform asked anew for an order that is held, because what it said may be outdated. */
    public void askAgain(UUID complaintId) {
        int asked = jdbi.withHandle(
                handle -> handle.createUpdate("""
                        update held_order set next_attempt_at = now()
                         where complaint_id = :id and next_attempt_at is null""").bind("id", complaintId).execute());
        if (asked > 0) {
            afterCommit.run(worker::wake);
        }
    }

    /** What is known of a complaint's order. Whether the caller may see the complaint is the caller's affair. */
    public HeldOrder of(UUID complaintId) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from held_order where complaint_id = :id")
                .bind("id", complaintId)
                .map((row, context) -> {
                    String facts = row.getString("facts");
                    return new HeldOrder(
                            HoldState.valueOf(row.getString("state")),
                            Rows.instant(row, "asked_at"),
                            Rows.maybeInstant(row, "fetched_at"),
                            facts == null ? null : OrderCodec.facts(facts),
                            row.getString("facts_sha256"));
                })
                .findOne()
                .orElse(HeldOrder.NOT_ASKED));
    }

    /** Whether platforms can be asked at all. */
    public boolean connected() {
        return platforms.connected();
    }
}
