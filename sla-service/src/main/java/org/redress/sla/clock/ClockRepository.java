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
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.redress.sla.storage.Columns;
import org.redress.sla.storage.Rows;

/** The table {@code clock}. Whoever writes holds the complaint's row; the methods join the running transaction. */
@ApplicationScoped
public class ClockRepository {
    private static final TypeReference<List<ArmedLevel>> LEVELS = new TypeReference<>() {};
    private static final TypeReference<List<StoredPause>> PAUSES = new TypeReference<>() {};

    private static final String SAVE = """
            insert into clock (clock_id, complaint_id, platform, metric, cycle, key, rule, policy_version, target,
                               unit, state, started_at, due_at, met_at, breached_at, cancelled_at, next_level_at,
                               risk_at, paused_until, armed, pauses)
            select * from unnest(:clocks, :complaints, :platforms, :metrics, :cycles, :keys, :rules, :versions,
                :targets, :units, :states, cast(:started as timestamptz[]), cast(:due as timestamptz[]),
                cast(:met as timestamptz[]), cast(:breached as timestamptz[]), cast(:cancelled as timestamptz[]),
                cast(:next as timestamptz[]), cast(:risk as timestamptz[]), cast(:pausedUntil as timestamptz[]),
                cast(:armed as jsonb[]), cast(:pauses as jsonb[]))
            on conflict (clock_id) do update set
                rule = excluded.rule, policy_version = excluded.policy_version, target = excluded.target,
                unit = excluded.unit, state = excluded.state, started_at = excluded.started_at,
                due_at = excluded.due_at, met_at = excluded.met_at, breached_at = excluded.breached_at,
                cancelled_at = excluded.cancelled_at, next_level_at = excluded.next_level_at,
                risk_at = excluded.risk_at, paused_until = excluded.paused_until, armed = excluded.armed,
                pauses = excluded.pauses, changed_at = now()""";

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
        jdbi.useHandle(handle -> handle.createUpdate(SAVE)
                .bindArray("clocks", UUID.class, Columns.of(clocks, StoredClock::clockId))
                .bindArray("complaints", UUID.class, Columns.of(clocks, StoredClock::complaintId))
                .bindArray("platforms", String.class, Columns.of(clocks, StoredClock::platform))
                .bindArray("metrics", String.class, Columns.of(clocks, StoredClock::metric))
                .bindArray("cycles", Integer.class, Columns.of(clocks, StoredClock::cycle))
                .bindArray("keys", String.class, Columns.of(clocks, StoredClock::key))
                .bindArray("rules", Integer.class, Columns.of(clocks, StoredClock::rule))
                .bindArray("versions", Integer.class, Columns.of(clocks, StoredClock::policyVersion))
                .bindArray("targets", String.class, Columns.of(clocks, StoredClock::target))
                .bindArray("units", String.class, Columns.of(clocks, StoredClock::unit))
                .bindArray("states", String.class, Columns.of(clocks, StoredClock::state))
                .bindArray("started", String.class, times(clocks, StoredClock::startedAt))
                .bindArray("due", String.class, times(clocks, StoredClock::dueAt))
                .bindArray("met", String.class, times(clocks, StoredClock::metAt))
                .bindArray("breached", String.class, times(clocks, StoredClock::breachedAt))
                .bindArray("cancelled", String.class, times(clocks, StoredClock::cancelledAt))
                .bindArray("next", String.class, times(clocks, StoredClock::nextLevelAt))
                .bindArray("risk", String.class, times(clocks, StoredClock::riskAt))
                .bindArray("pausedUntil", String.class, Columns.of(clocks, clock -> StoredPause.until(clock.pauses())))
                .bindArray("armed", String.class, Columns.of(clocks, clock -> Rows.of(clock.armed())))
                .bindArray("pauses", String.class, Columns.of(clocks, clock -> Rows.of(clock.pauses())))
                .execute());
    }

    private static List<@Nullable String> times(
            List<StoredClock> clocks, Function<StoredClock, @Nullable Instant> time) {
        return Columns.of(clocks, clock -> Columns.text(time.apply(clock)));
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
