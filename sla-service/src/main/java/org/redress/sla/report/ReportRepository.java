package org.redress.sla.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.redress.sla.storage.Columns;

/** Reads deadlines by the time they fell due, one platform at a time. */
@ApplicationScoped
class ReportRepository {
    /** Pauses are merged before they are added up, and cut to the clock's life: nothing is counted twice. */
    private static final String DEADLINES = """
            with deadline as materialized (
                select c.clock_id, c.complaint_id, c.platform, c.metric, c.started_at, c.due_at, c.met_at, c.cancelled_at,
                       coalesce(p.severity, 'NORMAL') as severity, p.queue, p.owner,
                       to_char(c.due_at at time zone :zone, 'IYYY-"W"IW') as week,
                       coalesce(c.met_at, c.cancelled_at, now()) as until, b.withdrawn_at, b.withdrawn_reason,
                       case when c.breached_at is not null and b.withdrawn_at is null then 'BREACHED'
                            when c.met_at is not null then 'MET' when c.cancelled_at is not null then 'CANCELLED'
                            else 'OPEN' end as outcome,
                       case when c.pauses = '[]' then 0 else (
                           select coalesce(sum(extract(epoch from upper(part) - lower(part))), 0) from unnest((
                               select range_agg(tstzrange(t.a, t.b)) from (
                                   select greatest(cast(x ->> 'from' as timestamptz), c.started_at) as a,
                                          least(coalesce(cast(x ->> 'to' as timestamptz), 'infinity'),
                                                coalesce(c.met_at, c.cancelled_at, now())) as b
                                   from jsonb_array_elements(c.pauses) x) t where t.a < t.b)) part) end as paused
                from clock c join complaint p using (complaint_id)
                left join lateral (
                    select f.withdrawn_at, f.withdrawn_reason from fired_level f
                    where f.complaint_id = c.complaint_id and f.clock_id = c.clock_id and f.cycle = c.cycle and f.kind = 'BREACH'
                    order by f.withdrawn_at desc nulls first limit 1) b on true
                where c.platform = :platform and c.due_at >= :begin and c.due_at < :end and c.metric not like '%WINDOW')
            """;

    private static final String ATTAINMENT = DEADLINES + """
            , detection as (
                select d.week, d.metric, d.severity, count(*) as levels,
                       count(*) filter (where f.detected_at - f.fires_at > make_interval(secs => :late)) as late,
                       max(extract(epoch from f.detected_at - f.fires_at)) as latest,
                       percentile_disc(0.95) within group (order by extract(epoch from f.detected_at - f.fires_at)) as p95
                from deadline d join fired_level f using (complaint_id, clock_id) group by 1, 2, 3)
            select week, metric, severity, now() as now, count(*) filter (where outcome = 'MET') as met,
                   count(*) filter (where outcome = 'BREACHED') as breached, count(*) filter (where outcome = 'OPEN') as open,
                   count(*) filter (where outcome = 'CANCELLED') as cancelled,
                   count(*) filter (where withdrawn_at is not null) as withdrawn, sum(paused) as paused,
                   sum(greatest(extract(epoch from until - started_at), 0)) as lasted,
                   coalesce(max(n.levels), 0) as levels, coalesce(max(n.late), 0) as late, max(n.latest) as latest,
                   max(n.p95) as p95
            from deadline d left join detection n using (week, metric, severity)
            group by week, metric, severity order by week, metric, severity""";

    private static final String LIST = DEADLINES + """
            select *, now() as now from deadline where (due_at, clock_id) > (:at, cast(:id as uuid))
              and (cast(:week as text) is null or week = :week) and (cast(:metric as text) is null or metric = :metric)
              and (cast(:severity as text) is null or severity = :severity)
              and (cast(:outcome as text) is null or outcome = :outcome
                   or (:outcome = 'WITHDRAWN' and withdrawn_at is not null))
            order by due_at, clock_id limit :limit""";

    private static final UUID FIRST = new UUID(0, 0);

    private final Jdbi jdbi;
    private final ReportConfig config;

    /**
     * Which deadlines of a range are listed; null for all.
     *
     * @param outcome an {@link Outcome}, or WITHDRAWN for those whose breach was withdrawn
     */
    record Selection(
            @Nullable String week,
            @Nullable String metric,
            @Nullable String severity,
            @Nullable String outcome) {}

    /** A place in the list, which goes by due time. */
    record Place(Instant dueAt, UUID clockId) {}

    ReportRepository(Jdbi jdbi, ReportConfig config) {
        this.jdbi = jdbi;
        this.config = config;
    }

    /** The database's time. */
    Instant now() {
        return jdbi.withHandle(handle -> handle.createQuery("select now() as now")
                .map((row, context) -> Columns.instant(row, "now"))
                .one());
    }

    /** How many deadlines were kept, by week, metric and severity. */
    List<AttainmentRow> attainment(String platform, ReportRange range) {
        return jdbi.withHandle(handle -> bound(handle.createQuery(ATTAINMENT), platform, range)
                .bind("late", config.lateAfter().toMillis() / 1000.0)
                .map((row, context) -> attainment(row, platform, range))
                .list());
    }

    /** The deadlines behind a place, one more than the limit if there are more. */
    List<PastDeadline> deadlines(
            String platform, ReportRange range, Selection selection, @Nullable Place after, int limit) {
        return jdbi.withHandle(handle -> bound(handle.createQuery(LIST), platform, range)
                .bind("at", Columns.timestamp(after == null ? range.begin() : after.dueAt()))
                .bind("id", after == null ? FIRST : after.clockId())
                .bind("week", selection.week())
                .bind("metric", selection.metric())
                .bind("severity", selection.severity())
                .bind("outcome", selection.outcome())
                .bind("limit", limit + 1)
                .map((row, context) -> deadline(row))
                .list());
    }

    private static Query bound(Query query, String platform, ReportRange range) {
        return query.bind("zone", range.zone().getId())
                .bind("platform", platform)
                .bind("begin", Columns.timestamp(range.begin()))
                .bind("end", Columns.timestamp(range.end()));
    }

    private static AttainmentRow attainment(ResultSet row, String platform, ReportRange range) throws SQLException {
        long met = row.getLong("met");
        long breached = row.getLong("breached");
        BigDecimal paused = row.getBigDecimal("paused");
        String week = row.getString("week");
        String metric = row.getString("metric");
        String severity = row.getString("severity");
        return new AttainmentRow(
                platform,
                week,
                metric,
                severity,
                met,
                breached,
                met + breached == 0 ? null : share(BigDecimal.valueOf(met), BigDecimal.valueOf(met + breached)),
                row.getLong("open"),
                row.getLong("cancelled"),
                row.getLong("withdrawn"),
                wholeSeconds(paused),
                share(paused, row.getBigDecimal("lasted")),
                row.getLong("levels"),
                row.getLong("late"),
                millis(row.getBigDecimal("latest")),
                millis(row.getBigDecimal("p95")),
                "/api/v1/sla/reports/deadlines?from=%s&to=%s&week=%s&metric=%s&severity=%s"
                        .formatted(range.from(), range.to(), week, metric, severity));
    }

    private static PastDeadline deadline(ResultSet row) throws SQLException {
        Outcome outcome = Outcome.valueOf(row.getString("outcome"));
        Instant due = Columns.instant(row, "due_at");
        Instant met = Columns.instantOrNull(row, "met_at");
        Instant until = Columns.instant(row, "until");
        return new PastDeadline(
                Columns.id(row, "clock_id"),
                Columns.id(row, "complaint_id"),
                row.getString("platform"),
                row.getString("week"),
                row.getString("metric"),
                row.getString("severity"),
                row.getString("queue"),
                row.getString("owner"),
                outcome,
                Columns.instant(row, "started_at"),
                due,
                met != null ? met : Columns.instantOrNull(row, "cancelled_at"),
                outcome == Outcome.BREACHED && until.isAfter(due)
                        ? Duration.ofSeconds(Duration.between(due, until).toSeconds())
                        : null,
                wholeSeconds(row.getBigDecimal("paused")),
                row.getString("withdrawn_reason"),
                "/api/v1/sla/complaints/" + row.getString("complaint_id"));
    }

    private static BigDecimal share(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? BigDecimal.ZERO.setScale(4) : part.divide(whole, 4, RoundingMode.HALF_UP);
    }

    private static Duration wholeSeconds(BigDecimal seconds) {
        return Duration.ofSeconds(seconds.longValue());
    }

    private static @Nullable Duration millis(@Nullable BigDecimal seconds) {
        return seconds == null
                ? null
                : Duration.ofMillis(seconds.movePointRight(3).longValue());
    }
}
