package org.redress.intake.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.redress.contract.ActorRole;
import org.redress.contract.Tier;
import org.redress.intake.complaint.Category;
import org.redress.intake.complaint.ComplaintStatus;
import org.redress.intake.complaint.Rows;
import org.redress.intake.complaint.Viewer;
import org.redress.intake.lifecycle.Case;
import org.redress.intake.lifecycle.CaseFacts;
import org.redress.intake.lifecycle.Claim;
import org.redress.intake.lifecycle.Part;

/** Cases as the state machine sees them. Tenant and owner are conditions of every query. */
@ApplicationScoped
class CaseRepository {
    private final Jdbi jdbi;
    private final PartCodec codec;

    CaseRepository(Jdbi jdbi, PartCodec codec) {
        this.jdbi = jdbi;
        this.codec = codec;
    }

    /**
     * A case at one version.
     *
     * @param version rises with each command
     * @param tag the ETag of the complaint
     */
    record Versioned(Case record, long version, String tag) {}

    /**
     * Reads a case and locks it until the transaction ends. Without the lock two commands could both find what only one
     * of them may use up: a last round, an open question, the one decision.
     */
    Optional<Versioned> lock(UUID id, Viewer viewer) {
        return find(id, viewer, " for update of c");
    }

    /** Reads a case. */
    Optional<Versioned> find(UUID id, Viewer viewer) {
        return find(id, viewer, "");
    }

    /** In which roles somebody would be part of a complaint: its complainant, its seller, the partner who filed it. */
    Set<ActorRole> ties(UUID id, String platform, String subject) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select role from complaint c
                          cross join lateral (values ('COMPLAINANT', c.complainant_id = :subject),
                              ('MERCHANT', c.merchant_id = :subject),
                              ('PARTNER', c.filed_by = :subject and c.filed_by_role = 'partner')) as tie (role, holds)
                         where c.id = :id and c.platform = :platform and tie.holds""")
                .bind("id", id)
                .bind("platform", platform)
                .bind("subject", subject)
                .mapTo(ActorRole.class)
                .set());
    }

    /** The database's time as it is now: after the lock was taken, so that a case's times rise in the order of its acts. */
    Instant now() {
        return jdbi.withHandle(handle -> handle.createQuery("select clock_timestamp()")
                .mapTo(OffsetDateTime.class)
                .one()
                .toInstant());
    }

    /** Writes what changed and returns the new ETag. Needs the lock. */
    String save(Case before, Case after) {
        return jdbi.withHandle(handle -> {
            saveParts(handle, before, after);
            return handle.createQuery("""
                            update complaint set status = :status, case_version = case_version + 1 where id = :id
                            returning case_version || '.' || version""")
                    .bind("status", after.status().name())
                    .bind("id", after.facts().id())
                    .mapTo(String.class)
                    .one();
        });
    }

    private void saveParts(Handle handle, Case before, Case after) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into case_part (complaint_id, id, kind, place, open, due_at, document)
                values (:complaintId, :id, :kind, :place, :open, :dueAt, cast(:document as jsonb))
                on conflict (complaint_id, id) do update
                   set open = excluded.open, due_at = excluded.due_at, document = excluded.document, changed_at = now()""");
        for (int place = 0; place < after.parts().size(); place++) {
            Part part = after.parts().get(place);
            if (!before.parts().contains(part)) {
                batch.bind("complaintId", after.facts().id())
                        .bind("id", part.id())
                        .bind("kind", codec.kind(part))
                        .bind("place", place)
                        .bind("open", part.open())
                        .bind("dueAt", Rows.utc(part.due()))
                        .bind("document", codec.document(part))
                        .add();
            }
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    private Optional<Versioned> find(UUID id, Viewer viewer, String locking) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select c.*, coalesce(c.category, c.filed_category) as shown_category,
                               (select p.due_at from promise p where p.complaint_id = c.id and p.metric = 'RESOLUTION') as resolution_due
                          from complaint c where c.id = :id and\s""" + viewer.condition() + locking)
                .bind("id", id)
                .bind("platform", viewer.platform())
                .bind("subject", viewer.subject())
                .map((row, context) -> new Versioned(
                        new Case(facts(row), ComplaintStatus.valueOf(row.getString("status")), List.of()),
                        row.getLong("case_version"),
                        row.getLong("case_version") + "." + row.getLong("version")))
                .findOne()
                .map(found -> withParts(handle, found)));
    }

    private Versioned withParts(Handle handle, Versioned found) {
        Case bare = found.record();
        List<Part> parts = handle.createQuery(
                        "select kind, document from case_part where complaint_id = :id order by place")
                .bind("id", bare.facts().id())
                .map((row, context) -> codec.part(row.getString("kind"), row.getString("document")))
                .list();
        return new Versioned(new Case(bare.facts(), bare.status(), parts), found.version(), found.tag());
    }

    private static CaseFacts facts(ResultSet row) throws SQLException {
        return new CaseFacts(
                Rows.uuid(row, "id"),
                row.getString("order_no"),
                Rows.maybeInstant(row, "triaged_at") != null,
                Rows.maybe(Tier.class, row.getString("tier")),
                row.getString("owner"),
                row.getString("merchant_id"),
                Rows.maybeInstant(row, "goods_expire_at"),
                new Claim(
                        Rows.maybe(Category.class, row.getString("shown_category")),
                        row.getBigDecimal("amount"),
                        row.getString("currency"),
                        row.getString("product_id"),
                        Rows.maybeInstant(row, "resolution_due")));
    }
}
