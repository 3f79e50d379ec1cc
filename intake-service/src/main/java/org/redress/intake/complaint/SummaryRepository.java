package org.redress.intake.complaint;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Lists complaints, newest first. */
@ApplicationScoped
public class SummaryRepository {
    /** What a summary is made of; shared with the live stream, so that both show the same. */
    public static final String COLUMNS = """
            c.id, c.number, c.platform, c.status, c.order_no, coalesce(c.category, c.filed_category) as shown_category,
            c.severity, c.queue, c.tier, c.owner, c.channel, c.amount, c.currency, c.complainant_id, c.filed_at,
            c.updated_at,
            (select min(p.due_at) from promise p where p.complaint_id = c.id and p.state = 'RUNNING') as due_at""";

    private final Jdbi jdbi;

    SummaryRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The place in the list after which the next page begins: no complaint is shown twice or left out by new ones. */
    public record Position(Instant filedAt, UUID id) {}

    /**
     * At most {@code limit} complaints that the viewer may see and the filter lets through.
     *
     * @param after null for the first page
     */
    public List<ComplaintSummary> list(Viewer viewer, ComplaintFilter filter, @Nullable Position after, int limit) {
        Map<String, String> filters = filter.byColumn();
        StringBuilder sql = new StringBuilder("select " + COLUMNS + " from complaint c where " + viewer.condition());
        int n = 0;
        for (String column : filters.keySet()) {
            sql.append(" and ").append(column).append(" = :filter").append(n++);
        }
        if (after != null) {
            sql.append(" and (c.filed_at, c.id) < (:filedAt, :id)");
        }
        sql.append(" order by c.filed_at desc, c.id desc limit :limit");
        return jdbi.withHandle(handle -> bound(handle.createQuery(sql), viewer, filters, after)
                .bind("limit", limit)
                .map((row, context) -> summary(row))
                .list());
    }

    private static Query bound(Query query, Viewer viewer, Map<String, String> filters, @Nullable Position after) {
        query.bind("platform", viewer.platform()).bind("subject", viewer.subject());
        int n = 0;
        for (String value : filters.values()) {
            query.bind("filter" + n++, value);
        }
        if (after != null) {
            query.bind("filedAt", Rows.utc(after.filedAt())).bind("id", after.id());
        }
        return query;
    }

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
