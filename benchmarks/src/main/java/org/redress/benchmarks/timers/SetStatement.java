package org.redress.benchmarks.timers;

import java.sql.SQLException;
import org.redress.benchmarks.ground.Database;

/** The limit: all due levels fired by one SQL statement that writes the rows the watch writes. */
final class SetStatement {
    private static final String FIRE = """
            with due as materialized (
                select c.clock_id, c.complaint_id, c.platform, c.metric, c.cycle, c.due_at, l.level, l.key, l.kind, l.addressee,
                       l.fires_at, uuidv7() as id
                from complaint p join clock c using (complaint_id)
                cross join lateral jsonb_to_recordset(c.armed)
                    as l(level integer, key text, kind text, addressee text, fires_at timestamptz)
                where p.next_level_at <= now() and c.next_level_at <= now() and l.fires_at <= now()
            ), recorded as (
                insert into fired_level (clock_id, cycle, level_key, level, id, complaint_id, platform, metric, kind, addressee,
                                         due_at, fires_at, detected_at)
                select clock_id, cycle, key, level, id, complaint_id, platform, metric, kind, addressee, due_at, fires_at, now()
                from due on conflict do nothing
            ), moved as (
                update clock c set next_level_at = null, state = 'BREACHED', breached_at = c.due_at
                from due where c.clock_id = due.clock_id
            ), released as (
                update complaint p set next_level_at = null from due where p.complaint_id = due.complaint_id
            ), taken as (
                insert into outbox_sequence as s (aggregate_id, last_sequence)
                select cast(complaint_id as text), count(*) from due group by complaint_id order by 1
                on conflict (aggregate_id) do update set last_sequence = s.last_sequence + excluded.last_sequence
                returning aggregate_id, last_sequence
            )
            insert into outbox (event_id, aggregate_id, shard, sequence, type, source, platform, payload)
            select uuidv7(), t.aggregate_id, hashtext(t.aggregate_id) & 15, t.last_sequence, 'org.redress.deadline-breached.v1',
                   '/redress/sla', due.platform,
                   convert_to(cast(json_build_object('complaintId', due.complaint_id, 'clockId', due.clock_id,
                       'metric', due.metric, 'cycle', due.cycle, 'level', due.level, 'kind', due.kind,
                       'addressee', due.addressee, 'dueAt', due.due_at, 'firesAt', due.fires_at, 'detectedAt', now(),
                       'lateBy', now() - due.fires_at) as text), 'UTF8')
            from due join taken t on t.aggregate_id = cast(due.complaint_id as text)""";

    private final Database database;

    SetStatement(Database database) {
        this.database = database;
    }

    /** Levels a second, the commit included. */
    double fire(int levels) throws SQLException {
        long start = System.nanoTime();
        int fired = database.run(FIRE);
        double seconds = (System.nanoTime() - start) / 1e9;
        if (fired != levels) {
            throw new IllegalStateException(fired + " levels were fired instead of " + levels);
        }
        return levels / seconds;
    }
}
