package org.redress.intake.live;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.redress.intake.complaint.ComplaintSummary;
import org.redress.intake.complaint.SummaryRows;

/**
 * Reads which complaints changed, whichever instance changed them.
 *
 * <p>A complaint appears at its latest change only: a reader that was away gets where things stand, not every step.
 */
@ApplicationScoped
class ChangeRepository {
    private final Jdbi jdbi;

    ChangeRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A changed complaint. */
    record Change(ChangePosition position, ComplaintSummary complaint) {}

    /** The first transaction that may still be running: every change before it can be seen, and no more will come. */
    long horizon() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select cast(pg_snapshot_xmin(pg_current_snapshot()) as text)")
                        .mapTo(String.class)
                        .map(Long::parseLong)
                        .one());
    }

    /** At most {@code limit} complaints of the platforms that changed after the position and before the horizon. */
    List<Change> changes(Collection<String> platforms, ChangePosition after, long horizon, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + SummaryRows.COLUMNS + """
                        , cast(c.changed_xid as text) as changed_xid, c.change_no from complaint c
                         where (c.changed_xid, c.change_no) > (cast(:transaction as xid8), :number)
                           and c.changed_xid < cast(:horizon as xid8) and c.platform = any(:platforms)
                         order by c.changed_xid, c.change_no limit :limit""")
                .bind("transaction", Long.toString(after.transaction()))
                .bind("number", after.number())
                .bind("horizon", Long.toString(horizon))
                .bindArray("platforms", String.class, platforms.toArray())
                .bind("limit", limit)
                .map((row, context) -> change(row))
                .list());
    }

    /** After a restore into another cluster transaction ids start anew; then old changes would lie in the future. */
    void forgetForeignTransactions() {
        jdbi.useHandle(
                handle -> handle.execute(
                        "update complaint set platform = platform where changed_xid >= pg_snapshot_xmax(pg_current_snapshot())"));
    }

    private static Change change(ResultSet row) throws SQLException {
        var position = new ChangePosition(Long.parseLong(row.getString("changed_xid")), row.getLong("change_no"));
        return new Change(position, SummaryRows.summary(row));
    }
}
