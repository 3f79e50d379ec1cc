package org.redress.sla.migration;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.redress.sla.migration.Migration.State;
import org.redress.sla.storage.Columns;

/** The table {@code migration}. The methods join the running transaction. */
@ApplicationScoped
class MigrationRepository {
    /** Open complaints of a platform: neither closed nor withdrawn since they were last reopened, and with a policy. */
    private static final String OPEN = """
            from complaint c where c.platform = :platform and c.standing in ('TIMED', 'SET_ASIDE')
              and c.policy_version <> :to and (:any or c.policy_version = any(:from))
              and not exists (
                select 1 from case_event e where e.complaint_id = c.complaint_id
                  and e.fact->>'type' in ('COMPLAINT_CLOSED', 'COMPLAINT_WITHDRAWN', 'COMPLAINT_MERGED')
                  and not exists (
                    select 1 from case_event r where r.complaint_id = c.complaint_id
                      and r.fact->>'type' = 'COMPLAINT_REOPENED' and r.happened_at >= e.happened_at))\s""";

    private final Jdbi jdbi;

    MigrationRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** How many complaints a migration would take now. */
    long countOpen(String platform, int to, @Nullable Set<Integer> from) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) " + OPEN)
                .bind("platform", platform)
                .bind("to", to)
                .bind("any", from == null)
                .bindArray("from", Integer.class, from == null ? Set.of() : from)
                .mapTo(Long.class)
                .one());
    }

    /** Some of the complaints a migration would take now, by id, from behind that one. */
    List<UUID> open(String platform, int to, @Nullable Set<Integer> from, @Nullable UUID after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("select c.complaint_id " + OPEN + """
                         and (cast(:after as uuid) is null or c.complaint_id > cast(:after as uuid))
                        order by c.complaint_id limit :limit""")
                .bind("platform", platform)
                .bind("to", to)
                .bind("any", from == null)
                .bindArray("from", Integer.class, from == null ? Set.of() : from)
                .bind("after", after)
                .bind("limit", limit)
                .mapTo(UUID.class)
                .list());
    }

    /** Writes a migration with the complaints it takes, all of them pending. */
    void insert(UUID id, String platform, int to, @Nullable Set<Integer> from, String reason, String by) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                            insert into migration (migration_id, platform, to_version, from_versions, reason, state, created_by)
                            values (:id, :platform, :to, case when :any then null else :from end, :reason, 'RUNNING', :by)""")
                    .bind("id", id)
                    .bind("platform", platform)
                    .bind("to", to)
                    .bind("any", from == null)
                    .bindArray("from", Integer.class, from == null ? Set.of() : from)
                    .bind("reason", reason)
                    .bind("by", by)
                    .execute();
            handle.createUpdate("""
                            insert into migration_case (migration_id, complaint_id, state)
                            select :id, c.complaint_id, 'PENDING'\s""" + OPEN)
                    .bind("id", id)
                    .bind("platform", platform)
                    .bind("to", to)
                    .bind("any", from == null)
                    .bindArray("from", Integer.class, from == null ? Set.of() : from)
                    .execute();
        });
    }

    /** The running migration of a platform. */
    Optional<UUID> running(String platform) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select migration_id from migration where platform = :platform and state = 'RUNNING'")
                .bind("platform", platform)
                .mapTo(UUID.class)
                .findOne());
    }

    /** One migration of a platform. */
    Optional<Migration> find(String platform, UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select * from migration where platform = :platform and migration_id = :id")
                .bind("platform", platform)
                .bind("id", id)
                .map((row, context) -> migration(row))
                .findOne());
    }

    /** Migrations of a platform, newest first, from behind that one. */
    List<Migration> list(String platform, @Nullable UUID after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select * from migration where platform = :platform
                          and (cast(:after as uuid) is null or migration_id < cast(:after as uuid))
                        order by migration_id desc limit :limit""")
                .bind("platform", platform)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> migration(row))
                .list());
    }

    /** Ends a running migration at a person's wish. Returns false when it had ended. */
    boolean stop(UUID id) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        update migration set state = 'STOPPED', ended_at = now()
                        where migration_id = :id and state = 'RUNNING'""").bind("id", id).execute()) == 1;
    }

    /** Ends the running migrations of which nothing is pending any more. */
    void finish() {
        jdbi.useHandle(handle -> handle.execute("""
                update migration m set state = 'DONE', ended_at = now() where state = 'RUNNING' and not exists (
                    select 1 from migration_case c where c.migration_id = m.migration_id and c.state = 'PENDING')"""));
    }

    /** All that are running, oldest first. */
    List<Migration> running() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select * from migration where state = 'RUNNING' order by created_at")
                        .map((row, context) -> migration(row))
                        .list());
    }

    private static Migration migration(ResultSet row) throws SQLException {
        Array from = row.getArray("from_versions");
        return new Migration(
                Columns.id(row, "migration_id"),
                row.getString("platform"),
                row.getInt("to_version"),
                from == null ? null : new TreeSet<>(Arrays.asList((Integer[]) from.getArray())),
                row.getString("reason"),
                State.valueOf(row.getString("state")),
                Columns.instant(row, "created_at"),
                row.getString("created_by"),
                Columns.instantOrNull(row, "ended_at"));
    }
}
