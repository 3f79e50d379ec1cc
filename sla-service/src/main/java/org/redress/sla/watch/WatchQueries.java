package org.redress.sla.watch;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.redress.sla.clock.ArmedLevel;
import org.redress.sla.storage.Columns;
import org.redress.sla.storage.Rows;

/** The watch's statements. Each handles a whole set of rows, so that a round costs the same number of them whatever its size. */
@ApplicationScoped
class WatchQueries {
    private static final TypeReference<List<ArmedLevel>> LEVELS = new TypeReference<>() {};
    private static final String CLAIM = """
            select complaint_id, now() as at from complaint
            where next_level_at <= now() %s
            order by next_level_at limit :limit for update skip locked""";

    /** A complaint this transaction holds, and the database's time at its start. */
    record Claimed(UUID complaintId, Instant at) {}

    /** How long until something falls due, negative when it is overdue. */
    record Outlook(Duration untilNext) {}

    private final Jdbi jdbi;

    WatchQueries(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Claims what is due, oldest first, leaving out what another instance or a consumer holds. */
    List<Claimed> claimDue(Handle handle, int limit) {
        return handle.createQuery(CLAIM.formatted(""))
                .bind("limit", limit)
                .map((row, context) -> claimed(row))
                .list();
    }

    /** Claims one complaint, if it is due and nobody holds it. */
    List<Claimed> claimOnly(Handle handle, UUID complaintId) {
        return handle.createQuery(CLAIM.formatted("and complaint_id = :complaint"))
                .bind("complaint", complaintId)
                .bind("limit", 1)
                .map((row, context) -> claimed(row))
                .list();
    }

    /** The clocks of those complaints that have something to fire, now or later. */
    List<DueClock> armedClocks(Handle handle, List<UUID> complaints) {
        return handle.createQuery("""
                        select clock_id, complaint_id, platform, metric, key, cycle, due_at, next_level_at, armed from clock
                        where complaint_id = any(:complaints) and next_level_at is not null
                        order by next_level_at, clock_id""")
                .bindArray("complaints", UUID.class, complaints)
                .map((row, context) -> dueClock(row))
                .list();
    }

    /** Records levels as fired. Returns those that were not recorded before; only these may be told. */
    Set<UUID> record(Handle handle, List<FiredLevel> levels) {
        return new HashSet<>(handle.createQuery("""
                        insert into fired_level (clock_id, cycle, level_key, level, id, complaint_id, platform, metric,
                                                 kind, addressee, due_at, fires_at, detected_at)
                        select * from unnest(:clocks, :cycles, :keys, :levels, :ids, :complaints, :platforms, :metrics, :kinds,
                            :addressees, cast(:due as timestamptz[]), cast(:fires as timestamptz[]),
                            cast(:detected as timestamptz[]))
                        on conflict do nothing
                        returning id""")
                .bindArray("clocks", UUID.class, Columns.of(levels, FiredLevel::clockId))
                .bindArray("cycles", Integer.class, Columns.of(levels, FiredLevel::cycle))
                .bindArray("keys", String.class, Columns.of(levels, FiredLevel::levelKey))
                .bindArray("levels", Integer.class, Columns.of(levels, FiredLevel::level))
                .bindArray("ids", UUID.class, Columns.of(levels, FiredLevel::id))
                .bindArray("complaints", UUID.class, Columns.of(levels, FiredLevel::complaintId))
                .bindArray("platforms", String.class, Columns.of(levels, FiredLevel::platform))
                .bindArray("metrics", String.class, Columns.of(levels, FiredLevel::metric))
                .bindArray("kinds", String.class, Columns.of(levels, FiredLevel::kind))
                .bindArray("addressees", String.class, Columns.of(levels, FiredLevel::addressee))
                .bindArray("due", String.class, Columns.of(levels, level -> Columns.text(level.dueAt())))
                .bindArray("fires", String.class, Columns.of(levels, level -> Columns.text(level.firesAt())))
                .bindArray("detected", String.class, Columns.of(levels, level -> Columns.text(level.detectedAt())))
                .mapTo(UUID.class)
                .list());
    }

    /** Moves clocks to their next level; one whose due time has passed is breached from then on. */
    void moveClocks(Handle handle, List<DueClock> clocks, Instant now) {
        handle.createUpdate("""
                        update clock c
                        set next_level_at = r.next_level_at,
                            state = case when c.state not in ('RUNNING', 'PAUSED') or c.due_at > :now then c.state
                                         when c.metric like '%WINDOW' then 'LAPSED' else 'BREACHED' end,
                            breached_at = case when c.state in ('RUNNING', 'PAUSED') and c.due_at <= :now
                                               and c.metric not like '%WINDOW' then c.due_at else c.breached_at end
                        from unnest(:clocks, cast(:next as timestamptz[])) as r(clock_id, next_level_at)
                        where c.clock_id = r.clock_id""")
                .bindArray("clocks", UUID.class, Columns.of(clocks, DueClock::clockId))
                .bindArray("next", String.class, Columns.of(clocks, clock -> Columns.text(clock.nextAfter(now))))
                .bind("now", Columns.timestamp(now))
                .execute();
    }

    /** Lets complaints wait for their next level, those that have none for nothing. */
    void release(Handle handle, List<UUID> complaints, Map<UUID, Instant> next) {
        handle.createUpdate("""
                        update complaint p set next_level_at = r.next_level_at
                        from unnest(:complaints, cast(:next as timestamptz[])) as r(complaint_id, next_level_at)
                        where p.complaint_id = r.complaint_id""")
                .bindArray("complaints", UUID.class, complaints)
                .bindArray("next", String.class, Columns.of(complaints, complaint -> Columns.text(next.get(complaint))))
                .execute();
    }

    /** How long until the next level of any complaint, or nothing when none is armed. */
    @Nullable
    Outlook outlook() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select cast(extract(epoch from next_level_at - clock_timestamp()) * 1000000 as bigint) as micros
                        from complaint where next_level_at is not null order by next_level_at limit 1""")
                .map((row, context) -> new Outlook(Duration.ofNanos(row.getLong("micros") * 1000)))
                .findOne()
                .orElse(null));
    }

    private static Claimed claimed(ResultSet row) throws SQLException {
        return new Claimed(Columns.id(row, "complaint_id"), Columns.instant(row, "at"));
    }

    private static DueClock dueClock(ResultSet row) throws SQLException {
        return new DueClock(
                Columns.id(row, "clock_id"),
                Columns.id(row, "complaint_id"),
                row.getString("platform"),
                row.getString("metric"),
                row.getString("key"),
                row.getInt("cycle"),
                Columns.instant(row, "due_at"),
                Columns.instant(row, "next_level_at"),
                Rows.read(row.getString("armed"), LEVELS));
    }
}
