package org.redress.triage.queue;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.redress.triage.judgement.Category;
import org.redress.triage.judgement.Severity;
import org.redress.triage.routing.Tier;

/** Reads what waits in the queues of a tenant. Complaints that are over are not there. */
@Singleton
class QueueRepository {

    private static final String BEHIND = """
            and (-rank, coalesce(due_at, 'infinity'), complaint_id)
                > (-:rank, coalesce(cast(:due as timestamptz), 'infinity'), :id)""";

    private final Jdbi jdbi;

    QueueRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    List<QueueView> count(String platform) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select queue, count(*) as open,
                            count(*) filter (where severity = 'NORMAL') as normal,
                            count(*) filter (where severity = 'URGENT') as urgent,
                            count(*) filter (where severity = 'CRITICAL') as critical,
                            min(filed_at) as oldest
                        from case_standing
                        where platform = :platform and ended_at is null
                        group by queue order by queue""")
                .bind("platform", platform)
                .map((row, context) -> new QueueView(
                        row.getString("queue"),
                        row.getLong("open"),
                        row.getLong("normal"),
                        row.getLong("urgent"),
                        row.getLong("critical"),
                        row.getObject("oldest", OffsetDateTime.class).toInstant()))
                .list());
    }

    /**
     * What waits in a queue: the highest rank first, within a rank what is due first.
     *
     * @param owner only this owner's; null for all
     * @param after only what comes behind this place; null for the beginning
     */
    List<QueueItem> items(
            String platform, String queue, @Nullable String owner, @Nullable QueuePlace after, int limit) {
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery("""
                            select complaint_id, category, severity, rank, raises, tier, owner, due_at, filed_at, assigned_at
                            from case_standing
                            where platform = :platform and queue = :queue and ended_at is null
                                and (cast(:owner as text) is null or owner = :owner) <place>
                            order by -rank, coalesce(due_at, 'infinity'), complaint_id limit :limit""")
                    .define("place", after == null ? "" : BEHIND)
                    .bind("platform", platform)
                    .bind("queue", queue)
                    .bind("owner", owner)
                    .bind("limit", limit);
            if (after != null) {
                query.bind("rank", after.rank())
                        .bind(
                                "due",
                                after.dueAt() == null ? null : after.dueAt().atOffset(ZoneOffset.UTC))
                        .bind("id", after.complaintId());
            }
            return query.map((row, context) -> item(row)).list();
        });
    }

    private static QueueItem item(ResultSet row) throws SQLException {
        OffsetDateTime due = row.getObject("due_at", OffsetDateTime.class);
        return new QueueItem(
                row.getObject("complaint_id", UUID.class),
                Category.valueOf(row.getString("category")),
                Severity.valueOf(row.getString("severity")),
                row.getInt("rank"),
                row.getInt("raises"),
                Tier.valueOf(row.getString("tier")),
                row.getString("owner"),
                due == null ? null : due.toInstant(),
                row.getObject("filed_at", OffsetDateTime.class).toInstant(),
                row.getObject("assigned_at", OffsetDateTime.class).toInstant());
    }
}
