package org.redress.intake.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.redress.contract.Actor;
import org.redress.contract.ActorRole;
import org.redress.intake.complaint.Rows;
import org.redress.intake.evidence.EvidenceLimits.Amount;

/** What was added so far, counted where the rows are. */
@ApplicationScoped
class QuotaRepository {
    private final Jdbi jdbi;

    QuotaRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * What a person added lately.
     *
     * @param now the database's time
     * @param oldest when the first of it was added; null if nothing was
     */
    record Lately(Amount amount, Instant now, @Nullable Instant oldest) {}

    /** What a complaint holds of one side. Exact under the lock of the complaint's row. */
    Amount ofComplaint(UUID complaintId, Side side) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select count(*) as files, coalesce(sum(size), 0) as bytes from evidence
                         where complaint_id = :id and by_role = any(:roles)""")
                .bind("id", complaintId)
                .bindArray(
                        "roles",
                        String.class,
                        side.roles().stream().map(ActorRole::name).toList())
                .map((row, context) -> new Amount(row.getLong("files"), row.getLong("bytes")))
                .one());
    }

    /**
     * Holds what one person adds until the transaction ends. Uploads to different complaints have no row in common; without
     * this two of them could both be counted as the last one.
     */
    void lockPerson(String platform, Actor who) {
        jdbi.useHandle(handle -> handle.createQuery("select pg_advisory_xact_lock(hashtextextended(:name, 0))::text")
                .bind(
                        "name",
                        String.join(" ", "evidence of", platform, who.role().name(), who.id()))
                .mapTo(String.class)
                .one());
    }

    /** What a person added within a period up to now. */
    Lately ofPerson(String platform, Actor who, Duration period) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select count(*) as files, coalesce(sum(size), 0) as bytes, min(added_at) as oldest,
                               clock_timestamp() as now
                          from evidence
                         where platform = :platform and by_role = :role and by_id = :by
                           and added_at > clock_timestamp() - make_interval(secs => :period)""")
                .bind("platform", platform)
                .bind("role", who.role().name())
                .bind("by", who.id())
                .bind("period", period.toSeconds())
                .map((row, context) -> new Lately(
                        new Amount(row.getLong("files"), row.getLong("bytes")),
                        Rows.instant(row, "now"),
                        Rows.maybeInstant(row, "oldest")))
                .one());
    }
}
