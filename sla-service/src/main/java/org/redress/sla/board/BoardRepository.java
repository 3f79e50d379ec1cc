package org.redress.sla.board;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.redress.sla.storage.Columns;

/** Reads open clocks with what is known of their complaints, one platform at a time. Uses the index {@code clock_open}. */
@ApplicationScoped
class BoardRepository {
    private static final String FROM = " from clock c join complaint p using (complaint_id) where ";

    /** The groups are summed up from one pass over the clocks; the sums are over thousands of rows, the pass over millions. */
    private static final String COUNT = """
            with cell as (
                select c.metric, coalesce(p.severity, 'NORMAL') as severity, p.queue, p.owner, %s as state, count(*) as cases,
                       count(*) filter (where c.due_at >= now() and c.due_at < now() + interval '1 hour') as hour,
                       count(*) filter (where c.due_at >= now() and c.due_at < now() + interval '4 hours') as shift,
                       count(*) filter (where c.due_at >= now() and c.due_at < now() + interval '24 hours') as day
                from (%s) c join complaint p using (complaint_id) where %s group by 1, 2, 3, 4, 5)
            select case when grouping(metric) = 0 then 'METRIC' when grouping(severity) = 0 then 'SEVERITY'
                        when grouping(queue) = 0 then 'QUEUE' when grouping(owner) = 0 then 'OWNER' end as grouped_by,
                   coalesce(metric, severity, queue, owner) as value, state, sum(cases) as cases,
                   sum(hour) as hour, sum(shift) as shift, sum(day) as day, now() as now
            from cell group by grouping sets ((state), (metric, state), (severity, state), (queue, state), (owner, state))""";

    /** Clocks that are not due yet are counted from the index alone; of overdue ones the state is needed, which is not in it. */
    private static final String PARTS = Stream.of("c.due_at > now()", "c.due_at is null", "c.due_at <= now()")
            .map(part -> "select c.platform, c.metric, c.complaint_id, c.due_at, c.risk_at, c.paused_until, "
                    + (part.endsWith("<= now()") ? "c.state" : "'' as state") + " from clock c where "
                    + BoardConditions.OPEN + " and c.platform = :platform and " + part)
            .collect(Collectors.joining(" union all "));

    private final Jdbi jdbi;

    /** How many clocks of a group stand so; without a group all of that state. */
    record Count(
            @Nullable BoardGroup group,
            @Nullable String value,
            BoardState state,
            long cases,
            long dueInAnHour,
            long dueInFourHours,
            long dueInADay,
            Instant now) {}

    BoardRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The cases behind a place, one more than the limit if there are more. */
    List<BoardCase> cases(BoardFilter filter, @Nullable BoardPlace after, int limit) {
        return jdbi.inTransaction(handle -> {
            planPage(handle);
            var cases = new ArrayList<BoardCase>();
            if (after == null || after.dueAt() != null) {
                cases.addAll(dated(handle, filter, after, limit + 1));
            }
            if (cases.size() <= limit && mayLackDueTime(filter)) {
                UUID behind = after != null && after.dueAt() == null ? after.clockId() : null;
                cases.addAll(undated(handle, filter, behind, limit + 1 - cases.size()));
            }
            return cases;
        });
    }

    /** Open cases of some complaints of a platform, by due time. */
    List<BoardCase> casesOf(String platform, Collection<UUID> complaints) {
        var conditions = new BoardConditions(BoardFilter.all(platform));
        return jdbi.withHandle(handle -> conditions
                .bind(handle.createQuery("select " + BoardCases.COLUMNS + FROM + conditions.where()
                        + " and c.complaint_id = any(:complaints) order by c.due_at, c.clock_id"))
                .bindArray("complaints", UUID.class, complaints.toArray())
                .map((row, context) -> BoardCases.of(row))
                .list());
    }

    /** Counts what a filter asks for, by state and by group and state. */
    List<Count> count(BoardFilter filter) {
        var conditions = new BoardConditions(filter);
        return jdbi.inTransaction(handle -> {
            planCount(handle);
            return conditions
                    .bind(handle.createQuery(COUNT.formatted(BoardConditions.STATE, PARTS, conditions.onOpen())))
                    .map((row, context) -> counted(row))
                    .list();
        });
    }

    private static boolean mayLackDueTime(BoardFilter filter) {
        return filter.dueBefore() == null
                && filter.dueWithin() == null
                && (filter.states().isEmpty() || filter.states().contains(BoardState.PAUSED));
    }

    private static List<BoardCase> dated(Handle handle, BoardFilter filter, @Nullable BoardPlace after, int limit) {
        var conditions = new BoardConditions(filter);
        String behind = after == null ? "c.due_at is not null" : "(c.due_at, c.clock_id) > (:at, cast(:id as uuid))";
        var query = conditions
                .bind(handle.createQuery(page(conditions.where() + " and " + behind)))
                .bind("limit", limit);
        if (after != null) {
            query.bind("at", Columns.timestamp(after.dueAt())).bind("id", after.clockId());
        }
        return query.map((row, context) -> BoardCases.of(row)).list();
    }

    private static List<BoardCase> undated(Handle handle, BoardFilter filter, @Nullable UUID after, int limit) {
        var conditions = new BoardConditions(filter);
        return conditions
                .bind(handle.createQuery(page(conditions.where() + " and c.due_at is null"
                        + " and (cast(:id as uuid) is null or c.clock_id > cast(:id as uuid))")))
                .bind("id", after)
                .bind("limit", limit)
                .map((row, context) -> BoardCases.of(row))
                .list();
    }

    /** Which clocks are on the page is found in the index; only their rows are read. */
    private static String page(String where) {
        return "with page as (select c.clock_id" + FROM + where + " order by c.due_at, c.clock_id limit :limit) select "
                + BoardCases.COLUMNS + " from page join clock c using (clock_id) join complaint p using (complaint_id)"
                + " order by c.due_at, c.clock_id";
    }

    /**
     * A plan for any value would be a plan for the usual one: a small queue needs another than a large one. Compiling a
     * statement or starting workers takes longer than reading a page.
     */
    private static void planPage(Handle handle) {
        handle.execute("set local plan_cache_mode = 'force_custom_plan'; set local jit = off;"
                + " set local max_parallel_workers_per_gather = 0");
    }

    /** The planner expects as many groups as rows and would sort them all; there are thousands at most, which fit in memory. */
    private static void planCount(Handle handle) {
        handle.execute(
                "set local plan_cache_mode = 'force_custom_plan'; set local jit = off; set local work_mem = '64MB';"
                        + " set local hash_mem_multiplier = 4");
    }

    private static Count counted(ResultSet row) throws SQLException {
        String group = row.getString("grouped_by");
        return new Count(
                group == null ? null : BoardGroup.valueOf(group),
                row.getString("value"),
                BoardState.valueOf(row.getString("state")),
                row.getLong("cases"),
                row.getLong("hour"),
                row.getLong("shift"),
                row.getLong("day"),
                Columns.instant(row, "now"));
    }
}
