package org.redress.sla.migration;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.redress.sla.migration.Migration.CaseState;
import org.redress.sla.storage.Columns;
import org.redress.sla.storage.Rows;

/** The table {@code migration_case}. The methods join the running transaction. */
@ApplicationScoped
class MigrationCaseRepository {
    private final Jdbi jdbi;

    /**
     * What became of a complaint of a migration.
     *
     * @param reason why it failed
     */
    @Schema(name = "MigrationCase")
    record CaseView(
            UUID complaintId,
            CaseState state,
            @Nullable String reason,
            @Nullable Instant doneAt) {}

    /** What is to be written of a complaint. */
    record Done(UUID complaintId, CaseState state, @Nullable String reason) {}

    private record Count(CaseState state, long count) {}

    MigrationCaseRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Claims some pending complaints of a running migration, leaving out what another instance works on. */
    List<UUID> claim(UUID migration, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select c.complaint_id from migration_case c
                        where c.migration_id = :migration and c.state = 'PENDING' and exists (
                            select 1 from migration m where m.migration_id = :migration and m.state = 'RUNNING')
                        order by c.complaint_id limit :limit for update of c skip locked""")
                .bind("migration", migration)
                .bind("limit", limit)
                .mapTo(UUID.class)
                .list());
    }

    /** Writes what became of complaints. */
    void done(UUID migration, Collection<Done> cases) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update migration_case c set state = r.state, reason = r.reason, done_at = now()
                        from json_to_recordset(cast(:rows as json)) as r(complaint_id uuid, state text, reason text)
                        where c.migration_id = :migration and c.complaint_id = r.complaint_id""")
                .bind("migration", migration)
                .bind("rows", Rows.of(cases))
                .execute());
    }

    /** How many complaints of a migration are in each state. */
    Map<CaseState, Long> counts(UUID migration) {
        var counts = new EnumMap<CaseState, Long>(CaseState.class);
        jdbi.withHandle(handle -> handle.createQuery(
                                "select state, count(*) as count from migration_case where migration_id = :migration group by state")
                        .bind("migration", migration)
                        .map((row, context) ->
                                new Count(CaseState.valueOf(row.getString("state")), row.getLong("count")))
                        .list())
                .forEach(count -> counts.put(count.state(), count.count()));
        return counts;
    }

    /** Complaints of a migration, by id, from behind that one; of one state, or of all. */
    List<CaseView> list(UUID migration, @Nullable CaseState state, @Nullable UUID after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select * from migration_case where migration_id = :migration
                          and (cast(:state as text) is null or state = cast(:state as text))
                          and (cast(:after as uuid) is null or complaint_id > cast(:after as uuid))
                        order by complaint_id limit :limit""")
                .bind("migration", migration)
                .bind("state", state == null ? null : state.name())
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> new CaseView(
                        Columns.id(row, "complaint_id"),
                        CaseState.valueOf(row.getString("state")),
                        row.getString("reason"),
                        Columns.instantOrNull(row, "done_at")))
                .list());
    }
}
