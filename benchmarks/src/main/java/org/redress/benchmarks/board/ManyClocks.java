package org.redress.benchmarks.board;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.redress.launcher.Redress.Database;

/**
 * Fills the sla-service's tables with open clocks of one platform: two a complaint, over eight queues of which one is small, two
 * thousand owners and three severities; one in ten breached, one in twenty paused.
 */
final class ManyClocks {
    private static final String COMPLAINTS = """
            insert into complaint (complaint_id, platform, standing, severity, category, queue, tier, owner, filed_at)
            select uuidv7(), 'huijin', 'TIMED', (array['NORMAL', 'NORMAL', 'NORMAL', 'URGENT', 'CRITICAL'])[1 + i %% 5],
                   'NOT_DELIVERED', case when i %% 10000 = 0 then 'small' else 'queue-' || i %% 7 end, 'JUNIOR', 'agent-' || i %% 2000,
                   now() - interval '2 days'
            from generate_series(1, %d) i""";

    private static final String CLOCKS = """
            insert into clock (clock_id, complaint_id, platform, metric, cycle, key, rule, policy_version, target, unit, state,
                               started_at, due_at, risk_at, breached_at, armed, next_level_at, pauses, paused_until)
            select gen_random_uuid(), complaint_id, platform, metric, 1, '', 0, 1, 'PT48H', 'ELAPSED',
                   case when breached then 'BREACHED' when paused then 'PAUSED' else 'RUNNING' end, filed_at, due, due - interval '18 hours',
                   case when breached then due end,
                   '[{"level":1,"key":"ESCALATION OPS 1","at":"+P30D","kind":"ESCALATION","addressee":"OPS","firesAt":"2030-01-01T00:00:00Z"}]',
                   now() + interval '30 days',
                   case when paused then jsonb_build_array(jsonb_build_object('from', now() - interval '1 hour', 'to', null,
                        'reason', 'WAITING_COMPLAINANT', 'by', 'agent-1')) else '[]' end,
                   case when paused then cast('infinity' as timestamptz) end
            from (select c.*, m.metric, x.r < 0.1 as breached, x.r > 0.95 as paused,
                         case when x.r < 0.1 then now() - x.r * interval '20 hours' else now() + interval '1 hour' + x.r * interval '5 days' end as due
                  from complaint c cross join (values ('FIRST_RESPONSE'), ('RESOLUTION')) m(metric)
                       cross join lateral (select random() as r where c.complaint_id is not null and m.metric is not null) x) all_clocks""";

    private ManyClocks() {}

    /** Writes them and lets the database take stock. */
    static void write(Database database, int clocks) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute(COMPLAINTS.formatted(clocks / 2));
            statement.execute(CLOCKS);
            statement.execute("vacuum analyze complaint");
            statement.execute("vacuum analyze clock");
        }
    }
}
