package org.redress.sla.rebuild;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.redress.sla.clock.ClockRebuild.Difference;
import org.redress.sla.clock.StoredClock;
import org.redress.sla.complaint.RebuildClocks.Outcome;
import org.redress.sla.storage.Columns;
import org.redress.sla.storage.Rows;

/** The tables {@code rebuild} and {@code rebuild_difference}. The methods join the running transaction. */
@ApplicationScoped
class RebuildRepository {
    private static final String ALL = """
            select r.*, (select count(*) from complaint c where (r.all_platforms or c.platform = r.platform)
                         and (r.complaint_id is null or c.complaint_id = r.complaint_id)) as total
            from rebuild r where
            """;

    private final Jdbi jdbi;

    private record Row(
            UUID complaintId,
            String platform,
            String metric,
            int cycle,
            String key,
            String effect,
            @Nullable StoredClock before,
            StoredClock after) {}

    RebuildRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void add(UUID id, String platform, String requestedBy, RebuildRequest asked) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into rebuild (id, platform, complaint_id, all_platforms, dry_run, state, requested_by)
                        values (:id, :platform, :complaint, :all, :dryRun, 'RUNNING', :by)""")
                .bind("id", id)
                .bind("platform", platform)
                .bind("complaint", asked.complaintId())
                .bind("all", asked.ofAllPlatforms())
                .bind("dryRun", asked.changesNothing())
                .bind("by", requestedBy)
                .execute());
    }

    /** Whether that platform has that complaint. */
    boolean knows(UUID complaintId, String platform) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select exists (select 1 from complaint where complaint_id = :complaint and platform = :platform)")
                .bind("complaint", complaintId)
                .bind("platform", platform)
                .mapTo(Boolean.class)
                .one());
    }

    Optional<Rebuild> find(UUID id, String platform) {
        return jdbi.withHandle(handle -> handle.createQuery(ALL + "r.id = :id and r.platform = :platform")
                .bind("id", id)
                .bind("platform", platform)
                .map((row, context) -> rebuild(row))
                .findOne());
    }

    /** The orders of a platform, newest first. */
    List<Rebuild> list(String platform, @Nullable UUID before, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(ALL + """
                        r.platform = :platform and (cast(:before as uuid) is null or r.id < :before)
                        order by r.id desc limit :limit""")
                .bind("platform", platform)
                .bind("before", before)
                .bind("limit", limit)
                .map((row, context) -> rebuild(row))
                .list());
    }

    /** Takes the oldest order that nobody works on. */
    Optional<Rebuild> claim() {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        select r.*, 0 as total from rebuild r where state = 'RUNNING'
                        order by requested_at limit 1 for update skip locked""").map((row, context) -> rebuild(row)).findOne());
    }

    /** Writes how far an order came; one that is further already stays as it is. */
    void advance(UUID id, UUID last, Outcome outcome) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update rebuild set after_id = :last, complaints = complaints + :complaints,
                            changed = changed + :changed, failed = failed + :failed
                        where id = :id and (after_id is null or after_id < :last)""")
                .bind("id", id)
                .bind("last", last)
                .bind("complaints", outcome.complaints())
                .bind("changed", outcome.differences().size())
                .bind("failed", outcome.failed())
                .execute());
    }

    /** Ends an order that runs. Returns false when it has ended already. */
    boolean end(UUID id, String state) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                "update rebuild set state = :state, finished_at = now() where id = :id and state = 'RUNNING'")
                        .bind("id", id)
                        .bind("state", state)
                        .execute()
                == 1);
    }

    void note(UUID id, List<Difference> differences) {
        if (differences.isEmpty()) {
            return;
        }
        List<Row> rows = differences.stream().map(RebuildRepository::row).toList();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into rebuild_difference (rebuild_id, complaint_id, platform, metric, cycle, key, effect,
                                                        before, after)
                        select :id, complaint_id, platform, metric, cycle, key, effect, before, after
                        from json_to_recordset(cast(:rows as json)) as r(complaint_id uuid, platform text, metric text,
                            cycle integer, key text, effect text, before jsonb, after jsonb)
                        on conflict do nothing""")
                .bind("id", id)
                .bind("rows", Rows.of(rows))
                .execute());
    }

    /** What an order changed on that platform, from behind the given place on. */
    List<RebuildDifference> differences(UUID id, String platform, int offset, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select * from rebuild_difference where rebuild_id = :id and platform = :platform
                        order by complaint_id, metric, cycle, key offset :offset limit :limit""")
                .bind("id", id)
                .bind("platform", platform)
                .bind("offset", offset)
                .bind("limit", limit)
                .map((row, context) -> new RebuildDifference(
                        Columns.id(row, "complaint_id"),
                        row.getString("metric"),
                        row.getInt("cycle"),
                        row.getString("key"),
                        row.getString("effect"),
                        row.getString("before"),
                        row.getString("after")))
                .list());
    }

    private static Row row(Difference difference) {
        StoredClock after = difference.after();
        return new Row(
                after.complaintId(),
                after.platform(),
                after.metric(),
                after.cycle(),
                after.key(),
                difference.kept() ? "BREACH_KEPT" : "CHANGED",
                difference.before(),
                after);
    }

    private static Rebuild rebuild(ResultSet row) throws SQLException {
        return new Rebuild(
                Columns.id(row, "id"),
                row.getString("platform"),
                row.getObject("complaint_id", UUID.class),
                row.getBoolean("all_platforms"),
                row.getBoolean("dry_run"),
                row.getString("state"),
                row.getString("requested_by"),
                Columns.instant(row, "requested_at"),
                Columns.instantOrNull(row, "finished_at"),
                row.getObject("after_id", UUID.class),
                row.getLong("complaints"),
                row.getLong("changed"),
                row.getLong("failed"),
                row.getLong("total"));
    }
}
