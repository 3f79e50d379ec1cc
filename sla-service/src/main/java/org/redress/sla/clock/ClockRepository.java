package org.redress.sla.clock;

import com.fasterxml.jackson.core.type.TypeReference;
import io.micrometer.core.annotation.Timed;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.redress.sla.storage.Columns;
import org.redress.sla.storage.Rows;

/** The table {@code clock}. Whoever writes holds the complaint's row; the methods join the running transaction. */
@ApplicationScoped
public class ClockRepository {
    private static final TypeReference<List<ArmedLevel>> LEVELS = new TypeReference<>() {};
    private static final TypeReference<List<StoredPause>> PAUSES = new TypeReference<>() {};

    private final Jdbi jdbi;

    private record Fired(UUID clockId, String key, Instant at) {}

    ClockRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Per complaint all its clocks. */
    public Map<UUID, List<StoredClock>> of(Collection<UUID> complaints) {
        return jdbi
                .withHandle(handle -> handle.createQuery("select * from clock where complaint_id = any(:complaints)")
                        .bindArray("complaints", UUID.class, complaints)
                        .map((row, context) -> clock(row))
                        .list())
                .stream()
                .collect(Collectors.groupingBy(StoredClock::complaintId));
    }

    /** Per clock of those complaints the keys of the levels that have fired, and when the watch noticed each. */
    public Map<UUID, Map<String, Instant>> firedLevels(Collection<UUID> complaints) {
        return jdbi
                .withHandle(handle -> handle.createQuery(
                                "select clock_id, level_key, detected_at from fired_level where complaint_id = any(:complaints)")
                        .bindArray("complaints", UUID.class, complaints)
                        .map((row, context) -> new Fired(
                                Columns.id(row, "clock_id"),
                                row.getString("level_key"),
                                Columns.instant(row, "detected_at")))
                        .list())
                .stream()
                .collect(Collectors.groupingBy(Fired::clockId, Collectors.toMap(Fired::key, Fired::at)));
    }

    /** Writes clocks, new ones and changed ones, in one statement. */
    @Timed("redress.sla.clocks.stored")
    public void save(List<StoredClock> clocks) {
        jdbi.useHandle(
                handle -> handle.createUpdate("""
                        insert into clock (clock_id, complaint_id, platform, metric, cycle, key, rule, policy_version, target,
                                           unit, state, started_at, due_at, met_at, breached_at, cancelled_at, armed, next_level_at,
                                           risk_at, pauses)
                        select clock_id, complaint_id, platform, metric, cycle, key, rule, policy_version, target,
                               unit, state, started_at, due_at, met_at, breached_at, cancelled_at, armed, next_level_at,
                               risk_at, pauses
                        from json_to_recordset(cast(:rows as json)) as r(
                            clock_id uuid, complaint_id uuid, platform text, metric text, cycle integer, key text,
                            rule integer, policy_version integer, target text, unit text, state text,
                            started_at timestamptz, due_at timestamptz, met_at timestamptz, breached_at timestamptz,
                            cancelled_at timestamptz, armed jsonb, next_level_at timestamptz,
                            risk_at timestamptz, pauses jsonb)
                        on conflict (clock_id) do update set
                            rule = excluded.rule, policy_version = excluded.policy_version, target = excluded.target,
                            unit = excluded.unit, state = excluded.state, started_at = excluded.started_at,
                            due_at = excluded.due_at, met_at = excluded.met_at, breached_at = excluded.breached_at,
                            cancelled_at = excluded.cancelled_at, armed = excluded.armed,
                            next_level_at = excluded.next_level_at, risk_at = excluded.risk_at,
                            pauses = excluded.pauses, changed_at = now()""").bind("rows", Rows.of(clocks)).execute());
    }

    private static StoredClock clock(ResultSet row) throws SQLException {
        return new StoredClock(
                Columns.id(row, "clock_id"),
                Columns.id(row, "complaint_id"),
                row.getString("platform"),
                row.getString("metric"),
                row.getInt("cycle"),
                row.getString("key"),
                row.getInt("rule"),
                row.getInt("policy_version"),
                row.getString("target"),
                row.getString("unit"),
                row.getString("state"),
                Columns.instant(row, "started_at"),
                Columns.instant(row, "due_at"),
                Columns.instantOrNull(row, "met_at"),
                Columns.instantOrNull(row, "breached_at"),
                Columns.instantOrNull(row, "cancelled_at"),
                Rows.read(row.getString("armed"), LEVELS),
                Columns.instantOrNull(row, "next_level_at"),
                Columns.instantOrNull(row, "risk_at"),
                Rows.read(row.getString("pauses"), PAUSES));
    }
}
