package org.redress.sla.board;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Query;
import org.redress.sla.storage.Columns;

/**
 * A filter as SQL over {@code clock c join complaint p}. Only what is asked for becomes a condition, so that the planner sees
 * what the request really wants; every value is a parameter.
 */
final class BoardConditions {
    /** Word for word the predicate of the index {@code clock_open}: windows are the complainant's and not on the board. */
    static final String OPEN = "c.met_at is null and c.cancelled_at is null and c.metric not like '%WINDOW'";

    /** How an open clock stands, see {@link BoardState}. The column state is looked at for overdue clocks only. */
    static final String STATE = """
            case when c.paused_until > now() then 'PAUSED'
                 when c.due_at <= now() then case when c.state = 'BREACHED' then 'BREACHED' else 'LATE' end
                 when c.risk_at <= now() then 'AT_RISK' else 'RUNNING' end""";

    /** By its parameter the column a filter compares; what triage has not judged is NORMAL. */
    static final Map<String, String> COLUMNS = columns();

    private static final String MOVES = "(c.paused_until is null or c.paused_until <= now())";
    private static final String OVERDUE = "c.due_at <= now() and " + MOVES;

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    BoardConditions(BoardFilter filter) {
        conditions.add("c.platform = :platform");
        values.put("platform", filter.platform());
        if (!filter.states().isEmpty()) {
            conditions.add(filter.states().stream()
                    .sorted()
                    .map(BoardConditions::standing)
                    .collect(Collectors.joining(") or (", "((", "))")));
        }
        filter.equal().forEach(this::equal);
        if (filter.dueBefore() != null) {
            conditions.add("c.due_at < :dueBefore");
            values.put("dueBefore", Columns.timestamp(filter.dueBefore()));
        }
        if (filter.dueWithin() != null) {
            conditions.add("c.due_at >= now() and c.due_at < now() + make_interval(secs => :dueWithin)");
            values.put("dueWithin", (double) filter.dueWithin().toSeconds());
        }
    }

    /** The conditions over clocks of any kind. */
    String where() {
        return OPEN + " and " + onOpen();
    }

    /** The conditions over clocks that are known to be open. */
    String onOpen() {
        return String.join(" and ", conditions);
    }

    /** Binds the filter's values. */
    Query bind(Query query) {
        values.forEach(query::bind);
        return query;
    }

    private void equal(String parameter, String value) {
        String column = COLUMNS.get(parameter);
        if (column == null) {
            throw new IllegalArgumentException("no such filter: " + parameter);
        }
        if (value.equals(BoardFilter.NONE)) {
            conditions.add(column + " is null");
        } else {
            conditions.add(column + " = :" + parameter);
            values.put(parameter, value);
        }
    }

    private static String standing(BoardState state) {
        return switch (state) {
            case BREACHED -> OVERDUE + " and c.state = 'BREACHED'";
            case LATE -> OVERDUE + " and c.state <> 'BREACHED'";
            case PAUSED -> "c.paused_until > now()";
            case AT_RISK -> "c.due_at > now() and c.risk_at <= now() and " + MOVES;
            case RUNNING -> "c.due_at > now() and (c.risk_at > now() or c.risk_at is null) and " + MOVES;
        };
    }

    private static Map<String, String> columns() {
        return Map.of(
                "metric", "c.metric",
                "severity", "coalesce(p.severity, 'NORMAL')",
                "category", "p.category",
                "queue", "p.queue",
                "tier", "p.tier",
                "owner", "p.owner");
    }
}
