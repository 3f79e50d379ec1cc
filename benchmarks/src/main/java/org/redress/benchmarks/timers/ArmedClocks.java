package org.redress.benchmarks.timers;

import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.redress.benchmarks.ground.Database;

/** Clocks with a breach to fire, written into a service's tables as the service itself would have left them. */
final class ArmedClocks {
    /** The platform they belong to; its policy must be there. */
    static final String PLATFORM = "bench";

    private static final int AT_ONCE = 50_000;
    private static final String ARM = """
            with fresh as (
                insert into complaint (complaint_id, platform, complainant_id, filed_at, policy_version, standing, next_level_at)
                select uuidv7(), '%1$s', 'u-' || n, now(), 1, 'TIMED', cast(? as timestamptz) + n * cast(? as interval)
                from generate_series(cast(? as integer), cast(? as integer)) as n
                returning complaint_id, next_level_at
            )
            insert into clock (clock_id, complaint_id, platform, metric, cycle, key, rule, policy_version, target, unit, state,
                               started_at, due_at, armed, next_level_at)
            select uuidv7(), complaint_id, '%1$s', 'RESOLUTION', 1, '', 0, 1, 'PT1000H', 'ELAPSED', 'RUNNING',
                   now() - interval '1 hour', next_level_at, jsonb_build_array(jsonb_build_object(
                       'level', 0, 'key', 'BREACH', 'at', '100%%', 'kind', 'BREACH', 'addressee', 'SUPERVISOR',
                       'fires_at', to_char(next_level_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))),
                   next_level_at
            from fresh""".formatted(PLATFORM);

    private final Database database;

    ArmedClocks(Database database) {
        this.database = database;
    }

    /** Arms so many, the n-th due at {@code due} and n intervals. */
    void arm(int count, Instant due, String interval) throws SQLException {
        for (int from = 0; from < count; from += AT_ONCE) {
            database.run(ARM, timestamp(due), interval, from, Math.min(count, from + AT_ONCE) - 1);
        }
    }

    /** Arms so many that do not fall due while anybody measures. */
    void armFarAhead(int count) throws SQLException {
        arm(count, Instant.now().plusSeconds(30L * 24 * 3600), "1 second");
        database.run("vacuum (analyze) complaint");
        database.run("vacuum (analyze) clock");
    }

    static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
