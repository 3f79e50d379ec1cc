package org.redress.sla.setaside;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/**
 * Sets complaints aside and takes them back. A complaint that is set aside fires nothing until an event or a person has its
 * clocks computed again. The number of them is a metric to alert on; each is one line in the log.
 */
@ApplicationScoped
public class SetAsideComplaints {
    private static final Logger LOG = Logger.getLogger(SetAsideComplaints.class);
    private static final int LONGEST_REASON = 500;

    /** Where it failed. */
    public enum Stage {
        /** While its clocks were computed. */
        COMPUTE,
        /** While a level of it fired. */
        FIRE
    }

    private final Jdbi jdbi;
    private final MeterRegistry registry;

    SetAsideComplaints(Jdbi jdbi, MeterRegistry registry) {
        this.jdbi = jdbi;
        this.registry = registry;
    }

    /** Sets a complaint aside in a transaction of its own. */
    public void because(UUID complaintId, Stage stage, Throwable failure) {
        QuarkusTransaction.requiringNew().run(() -> within(complaintId, stage, failure));
    }

    /** Sets a complaint aside in the running transaction, which holds the complaint's row. */
    public void within(UUID complaintId, Stage stage, Throwable failure) {
        String reason = reason(failure);
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                            update complaint set standing = 'SET_ASIDE', next_level_at = null
                            where complaint_id = :complaint""").bind("complaint", complaintId).execute();
            handle.createUpdate("""
                            insert into set_aside (complaint_id, platform, stage, reason)
                            select complaint_id, platform, :stage, :reason from complaint where complaint_id = :complaint
                            on conflict (complaint_id) do update set stage = excluded.stage, reason = excluded.reason""")
                    .bind("complaint", complaintId)
                    .bind("stage", stage.name())
                    .bind("reason", reason)
                    .execute();
        });
        registry.counter("redress.sla.set.aside", "stage", stage.name()).increment();
        LOG.errorf(failure, "complaint set aside: complaint=%s stage=%s", complaintId, stage);
    }

    /** Forgets that a complaint was set aside, in the running transaction. */
    public void takeBack(UUID complaintId) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from set_aside where complaint_id = :complaint")
                .bind("complaint", complaintId)
                .execute());
    }

    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String reason = root.getClass().getSimpleName() + ": " + root.getMessage();
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }
}
