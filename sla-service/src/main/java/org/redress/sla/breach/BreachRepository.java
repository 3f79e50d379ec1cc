package org.redress.sla.breach;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.redress.sla.storage.Columns;

/** Reads {@code fired_level}, one platform at a time, newest first. */
@ApplicationScoped
class BreachRepository {
    private final Jdbi jdbi;

    BreachRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The levels asked for, one more than the limit if there are more. */
    List<Breach> find(BreachQuery query) {
        BreachQuery.Place before = query.before();
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select f.*, c.state, c.met_at from fired_level f join clock c using (clock_id)
                        where f.platform = :platform
                          and (cast(:kind as text) is null or f.kind = :kind)
                          and (cast(:metric as text) is null or f.metric = :metric)
                          and (cast(:complaint as uuid) is null or f.complaint_id = :complaint)
                          and (cast(:since as timestamptz) is null or f.detected_at >= :since)
                          and (cast(:at as timestamptz) is null or (f.detected_at, f.id) < (:at, cast(:id as uuid)))
                        order by f.detected_at desc, f.id desc limit :limit""")
                .bind("platform", query.platform())
                .bind("kind", query.kind())
                .bind("metric", query.metric())
                .bind("complaint", query.complaint())
                .bind("since", Columns.timestamp(query.since()))
                .bind("at", Columns.timestamp(before == null ? null : before.detectedAt()))
                .bind("id", before == null ? null : before.id())
                .bind("limit", query.limit() + 1)
                .map((row, context) -> breach(row))
                .list());
    }

    private static Breach breach(ResultSet row) throws SQLException {
        Instant firesAt = Columns.instant(row, "fires_at");
        Instant detectedAt = Columns.instant(row, "detected_at");
        return new Breach(
                Columns.id(row, "id"),
                Columns.id(row, "complaint_id"),
                Columns.id(row, "clock_id"),
                row.getString("platform"),
                row.getString("metric"),
                row.getInt("cycle"),
                row.getInt("level"),
                row.getString("kind"),
                row.getString("addressee"),
                Columns.instant(row, "due_at"),
                firesAt,
                detectedAt,
                Duration.between(firesAt, detectedAt),
                row.getString("state"),
                Columns.instantOrNull(row, "met_at"),
                Columns.instantOrNull(row, "withdrawn_at"),
                row.getString("withdrawn_reason"),
                row.getBoolean("rebuilt"));
    }
}
