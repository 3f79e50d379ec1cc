package org.redress.sla.policy;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.redress.deadline.policy.Policy;
import org.redress.sla.storage.Columns;

/** The table {@code policy}. Rows never change, so that what was read once is kept in memory. Thread safe. */
@ApplicationScoped
public class PolicyRepository {
    private final Jdbi jdbi;
    private final PolicyDocuments documents;
    private final Map<Key, Policy> read = new ConcurrentHashMap<>();

    private record Key(String platform, int version) {}

    PolicyRepository(Jdbi jdbi, PolicyDocuments documents) {
        this.jdbi = jdbi;
        this.documents = documents;
    }

    /** When a complaint of a platform was filed. */
    public record Filing(String platform, Instant at) {}

    /**
     * The version for a complaint filed at that time: the latest that was in force then. A complaint from before the first
     * one falls under the first one.
     *
     * @return empty when the platform has no policy in force, now or then
     */
    public Optional<PolicyInForce> inForceAt(String platform, Instant filedAt) {
        return versionsInForceAt(List.of(new Filing(platform, filedAt))).values().stream()
                .findFirst()
                .flatMap(version -> version(platform, version));
    }

    /** The same for many complaints at once; without those whose platform has no policy in force. */
    public Map<Filing, Integer> versionsInForceAt(Collection<Filing> filings) {
        List<Filing> asked = filings.stream().distinct().toList();
        var versions = new HashMap<Filing, Integer>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        select f.position, p.version
                        from unnest(:platforms, cast(:times as timestamptz[])) with ordinality as f(platform, at, position)
                        cross join lateral (
                            select version from policy
                            where platform = f.platform and active_from <= now()
                            order by active_from <= f.at desc, case when active_from <= f.at then -version else version end
                            limit 1) p""")
                .bindArray(
                        "platforms",
                        String.class,
                        asked.stream().map(Filing::platform).toList())
                .bindArray(
                        "times",
                        String.class,
                        asked.stream().map(filing -> filing.at().toString()).toList())
                .map((row, context) -> versions.put(asked.get(row.getInt("position") - 1), row.getInt("version")))
                .list());
        return versions;
    }

    /** The version for a complaint filed now. */
    public Optional<PolicyInForce> inForceNow(String platform) {
        return inForceAt(platform, now());
    }

    /** One version. */
    public Optional<PolicyInForce> version(String platform, int version) {
        Policy known = read.get(new Key(platform, version));
        if (known != null) {
            return Optional.of(new PolicyInForce(version, known));
        }
        return find(platform, version).map(stored -> {
            Policy policy = documents.read(stored);
            read.put(new Key(platform, version), policy);
            return new PolicyInForce(version, policy);
        });
    }

    /** One version as it was accepted. */
    Optional<StoredPolicy> find(String platform, int version) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select * from policy where platform = :platform and version = :version")
                        .bind("platform", platform)
                        .bind("version", version)
                        .map((row, context) -> stored(row))
                        .findOne());
    }

    /** Versions of a platform, newest first, from below that version. */
    List<StoredPolicy> list(String platform, @Nullable Integer below, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select * from policy
                        where platform = :platform and version < coalesce(cast(:below as integer), 2147483647)
                        order by version desc limit :limit""")
                .bind("platform", platform)
                .bind("below", below)
                .bind("limit", limit)
                .map((row, context) -> stored(row))
                .list());
    }

    /**
     * The last version of a platform, 0 when it has none, held until the end of the transaction. The lock closes the race of
     * two activations that both take the same next number.
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

    /** The transaction's time on the database's clock. */
    Instant now() {
        return jdbi.withHandle(handle -> handle.createQuery("select now() as now")
                .map((row, context) -> Columns.instant(row, "now"))
                .one());
    }

    /** Writes a new version. */
    StoredPolicy insert(String platform, int version, String document, Instant activeFrom, String by) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        insert into policy (platform, version, document, active_from, created_by)
                        values (:platform, :version, cast(:document as jsonb), :activeFrom, :by) returning *""")
                .bind("platform", platform)
                .bind("version", version)
                .bind("document", document)
                .bind("activeFrom", Columns.timestamp(activeFrom))
                .bind("by", by)
                .map((row, context) -> stored(row))
                .one());
    }

    private static StoredPolicy stored(ResultSet row) throws SQLException {
        return new StoredPolicy(
                row.getString("platform"),
                row.getInt("version"),
                row.getString("document"),
                Columns.instant(row, "active_from"),
                Columns.instant(row, "created_at"),
                row.getString("created_by"));
    }
}
