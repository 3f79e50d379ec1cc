package org.redress.sla.policy;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.redress.sla.storage.Columns;

/** The table {@code policy}, for the life of versions. What a version says never changes. Thread safe. */
@ApplicationScoped
class PolicyVersionRepository {
    private static final String SELECT = """
            select p.*, now() as read_at, p.version = (
                select q.version from policy q where q.platform = p.platform and q.active_from <= now()
                order by q.active_from desc, q.version desc limit 1) as in_force
            from policy p\s""";

    private final Jdbi jdbi;

    PolicyVersionRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** One version. */
    Optional<StoredPolicy> find(String platform, int version) {
        return jdbi.withHandle(
                handle -> handle.createQuery(SELECT + "where p.platform = :platform and p.version = :version")
                        .bind("platform", platform)
                        .bind("version", version)
                        .map((row, context) -> stored(row))
                        .findOne());
    }

    /** Versions of a platform, newest first, from below that version. */
    List<StoredPolicy> list(String platform, @Nullable Integer below, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + """
                        where p.platform = :platform and p.version < coalesce(cast(:below as integer), 2147483647)
                        order by p.version desc limit :limit""")
                .bind("platform", platform)
                .bind("below", below)
                .bind("limit", limit)
                .map((row, context) -> stored(row))
                .list());
    }

    /**
     * The last version of a platform, 0 when it has none, held until the end of the transaction. The lock closes the race of
     * two writers that both take the same next number, and of one that retires what the other activates.
     */
    int holdLastVersion(String platform) {
        return jdbi.withHandle(handle -> {
            handle.createQuery(
                            "select 1 from (select pg_advisory_xact_lock(hashtext('policy'), hashtext(:platform))) as held")
                    .bind("platform", platform)
                    .mapTo(Integer.class)
                    .one();
            return handle.createQuery("select coalesce(max(version), 0) from policy where platform = :platform")
                    .bind("platform", platform)
                    .mapTo(Integer.class)
                    .one();
        });
    }

    /** Writes a new version as a draft. */
    void insert(NewPolicy policy, int version, String document, String by) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into policy (platform, version, document, calendar_owner, calendar_version, created_by)
                        values (:platform, :version, cast(:document as jsonb), :owner, :calendar, :by)""")
                .bind("platform", policy.policy().platform())
                .bind("version", version)
                .bind("document", document)
                .bind("owner", policy.calendar().owner())
                .bind("calendar", policy.calendar().version())
                .bind("by", by)
                .execute());
    }

    /** Lets a version take effect from that time on. */
    void activate(String platform, int version, Instant activeFrom, String by) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update policy set active_from = :activeFrom, activated_by = :by, revision = revision + 1
                        where platform = :platform and version = :version""")
                .bind("platform", platform)
                .bind("version", version)
                .bind("activeFrom", Columns.timestamp(activeFrom))
                .bind("by", by)
                .execute());
    }

    /** Retires a version; one that has not taken effect never will. */
    void retire(String platform, int version, String by) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update policy set retired_at = now(), retired_by = :by, revision = revision + 1,
                            active_from = case when active_from <= now() then active_from end
                        where platform = :platform and version = :version""")
                .bind("platform", platform)
                .bind("version", version)
                .bind("by", by)
                .execute());
    }

    /**
     * Notes as announced the versions that have taken effect and were not announced yet, in the order in which they did.
     * What another transaction is announcing is left to it.
     */
    List<StoredPolicy> announce() {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        with due as (
                            select platform, version from policy
                            where announced_at is null and active_from <= now()
                            order by active_from, version limit 100 for update skip locked),
                        told as (
                            update policy p set announced_at = now() from due
                            where p.platform = due.platform and p.version = due.version
                            returning p.*)
                        select told.*, now() as read_at, false as in_force from told order by active_from, version""").map((row, context) -> stored(row)).list());
    }

    private static StoredPolicy stored(ResultSet row) throws SQLException {
        return new StoredPolicy(
                row.getString("platform"),
                row.getInt("version"),
                row.getString("document"),
                row.getString("calendar_owner"),
                row.getInt("calendar_version"),
                Columns.instantOrNull(row, "active_from"),
                row.getString("activated_by"),
                Columns.instant(row, "created_at"),
                row.getString("created_by"),
                Columns.instantOrNull(row, "retired_at"),
                row.getString("retired_by"),
                row.getInt("revision"),
                row.getBoolean("in_force"),
                Columns.instant(row, "read_at"));
    }
}
