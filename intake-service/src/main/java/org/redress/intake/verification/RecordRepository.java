package org.redress.intake.verification;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.redress.intake.complaint.Rows;

/** What the record says, for comparing it with the timeline. Each answer is of one moment, so that what comes in meanwhile is no flaw. */
@ApplicationScoped
class RecordRepository {
    private final Jdbi jdbi;

    RecordRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * The order that the timeline tells last, and what is recorded of it.
     *
     * @param position the entry's place
     * @param told the hash that the entry has of the order
     * @param recorded the hash that is recorded with the order
     * @param facts the order as a document
     */
    record Told(
            int position,
            String told,
            @Nullable String recorded,
            @Nullable String facts) {}

    /** The rows of a complaint's evidence. */
    List<EvidenceRow> evidence(UUID complaintId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select e.*, exists (
                                   select from timeline_entry t
                                    where t.complaint_id = e.complaint_id and t.kind = 'EVIDENCE_ADDED'
                                      and t.data ->> 'evidenceId' = cast(e.evidence_id as text)
                                      and t.data ->> 'version' = cast(e.version as text)) as named
                          from evidence e where e.complaint_id = :id order by e.added_at, e.evidence_id, e.version""")
                .bind("id", complaintId)
                .map((row, context) -> evidence(row))
                .list());
    }

    private static EvidenceRow evidence(ResultSet row) throws SQLException {
        return new EvidenceRow(
                row.getString("evidence_id"),
                row.getInt("version"),
                row.getString("kind"),
                row.getString("media_type"),
                row.getLong("size"),
                row.getString("sha256"),
                row.getString("copy_sha256"),
                Rows.maybeInstant(row, "occurred_at"),
                row.getString("by_role").toLowerCase(Locale.ROOT) + ":" + row.getString("by_id"),
                row.getBoolean("named"));
    }

    /** The order of a complaint, if its timeline tells one with a hash. */
    Optional<Told> order(UUID complaintId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select t.position, t.data ->> 'sha256' as told, h.facts_sha256, h.facts
                          from timeline_entry t left join held_order h on h.complaint_id = t.complaint_id
                         where t.complaint_id = :id and t.kind = 'ORDER_HELD' and t.data ->> 'sha256' is not null
                         order by t.position desc limit 1""")
                .bind("id", complaintId)
                .map((row, context) -> new Told(
                        row.getInt("position"),
                        row.getString("told"),
                        row.getString("facts_sha256"),
                        row.getString("facts")))
                .findOne());
    }
}
