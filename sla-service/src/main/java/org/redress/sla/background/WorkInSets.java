package org.redress.sla.background;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.redress.messaging.database.MessagingDatabase;

/**
 * Works off a list of complaints that is kept in the database, a set a transaction: what became of a complaint is written with
 * its clocks, so that a crash loses and repeats nothing and several instances share the work. A set that fails by one
 * complaint is done again one by one; a complaint that fails alone is passed over with its reason. A failure of the database
 * that may pass is thrown: whoever calls tries again later.
 */
public final class WorkInSets {
    private static final Logger LOG = Logger.getLogger(WorkInSets.class);
    private static final int LONGEST_REASON = 500;

    private final String name;
    private final int atOnce;
    private final Backlog backlog;

    /** What is left to do. The methods join the running transaction. */
    public interface Backlog {
        /** Claims the next complaints; none when there is nothing left, or only what others work on. */
        List<UUID> claim(int limit);

        /** Does them and writes what became of each. */
        void workOn(List<UUID> complaints);

        /** Writes that a complaint failed and is as it was. */
        void passOver(UUID complaint, String reason);
    }

    /**
     * Over a backlog.
     *
     * @param name for the log
     */
    public WorkInSets(String name, int atOnce, Backlog backlog) {
        this.name = name;
        this.atOnce = atOnce;
        this.backlog = backlog;
    }

    /**
     * Does the next set in transactions of its own.
     *
     * @return whether there was anything to do
     */
    public boolean next() {
        List<UUID> claimed = new ArrayList<>();
        try {
            work(claimed, atOnce);
        } catch (RuntimeException e) {
            if (claimed.isEmpty() || MessagingDatabase.mayPass(e)) {
                throw e;
            }
            LOG.warnf(e, "%s: a set is done again one by one", name);
            claimed.forEach(again -> alone());
        }
        return !claimed.isEmpty();
    }

    private void alone() {
        List<UUID> claimed = new ArrayList<>();
        try {
            work(claimed, 1);
        } catch (RuntimeException e) {
            if (claimed.isEmpty() || MessagingDatabase.mayPass(e)) {
                throw e;
            }
            UUID failed = claimed.get(0);
            LOG.errorf(e, "%s: complaint=%s failed and is passed over", name, failed);
            QuarkusTransaction.requiringNew()
                    .run(() -> backlog.passOver(failed, shortened(String.valueOf(e.getMessage()))));
        }
    }

    private void work(List<UUID> claimed, int limit) {
        QuarkusTransaction.requiringNew().run(() -> {
            claimed.addAll(backlog.claim(limit));
            if (!claimed.isEmpty()) {
                backlog.workOn(claimed);
            }
        });
    }

    /** A reason as long as is kept. */
    public static String shortened(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }
}
