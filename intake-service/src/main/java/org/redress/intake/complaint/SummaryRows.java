package org.redress.intake.complaint;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Complaints as lists and the live stream show them. */
public final class SummaryRows {
    /** What a summary is made of. */
    public static final String COLUMNS = """
            c.id, c.number, c.platform, c.status, c.order_no, coalesce(c.category, c.filed_category) as shown_category,
            c.severity, c.queue, c.tier, c.owner, c.channel, c.amount, c.currency, c.complainant_id, c.filed_at,
            c.updated_at,
            (select min(p.due_at) from promise p where p.complaint_id = c.id and p.state = 'RUNNING') as due_at""";

    private SummaryRows() {}

    /** The summary in a row of {@link #COLUMNS}. */
    public static ComplaintSummary summary(ResultSet row) throws SQLException {
        return new ComplaintSummary(
                Rows.uuid(row, "id"),
                row.getString("number"),
                row.getString("platform"),
                ComplaintStatus.valueOf(row.getString("status")),
                row.getString("order_no"),
                Rows.maybe(Category.class, row.getString("shown_category")),
                Rows.maybe(Severity.class, row.getString("severity")),
                row.getString("queue"),
                row.getString("tier"),
                row.getString("owner"),
                Channel.valueOf(row.getString("channel")),
                Rows.decimal(row, "amount"),
                row.getString("currency"),
                row.getString("complainant_id"),
                Rows.instant(row, "filed_at"),
                Rows.instant(row, "updated_at"),
                Rows.maybeInstant(row, "due_at"));
    }
}
