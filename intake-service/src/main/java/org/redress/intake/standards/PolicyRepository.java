package org.redress.intake.standards;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.redress.intake.complaint.Rows;

/** The policies that the platforms have, as sla-service told them. */
@ApplicationScoped
class PolicyRepository {
    private final Jdbi jdbi;

    PolicyRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A version of a platform's policy; the document is JSON. */
    record StoredPolicy(String platform, int version, Instant activeFrom, String document) {}

    /** Keeps a version; told again it changes nothing, since a version is never edited. Joins the transaction. */
    void insert(StoredPolicy policy) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into platform_policy (platform, version, active_from, document)
                        values (:platform, :version, :activeFrom, cast(:document as jsonb))
                        on conflict (platform, version) do nothing""")
                .bind("platform", policy.platform())
                .bind("version", policy.version())
                .bind("activeFrom", Rows.utc(policy.activeFrom()))
                .bind("document", policy.document())
                .execute());
    }

    /**
     * Which version holds at a moment.
     *
     * @param at the transaction's time on the database's clock: no node's clock decides it
     * @param version the one that took effect last, null if none did
     */
    record Standing(Instant at, @Nullable Integer version) {}

    /** Which version of the platform's policy holds for what is filed now. */
    Standing standing(String platform) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select now() as at, (select version from platform_policy where platform = :platform
                            and active_from <= now() order by active_from desc, version desc limit 1) as version""")
                .bind("platform", platform)
                .map((row, context) -> new Standing(Rows.instant(row, "at"), row.getObject("version", Integer.class)))
                .one());
    }

    /** A version of a platform's policy. */
    Optional<StoredPolicy> find(String platform, int version) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select platform, version, active_from, document from platform_policy
                         where platform = :platform and version = :version""")
                .bind("platform", platform)
                .bind("version", version)
                .map((row, context) -> stored(row))
                .findOne());
    }

    private static StoredPolicy stored(ResultSet row) throws SQLException {
        return new StoredPolicy(
                row.getString("platform"),
                row.getInt("version"),
                Rows.instant(row, "active_from"),
                row.getString("document"));
    }
}
