package org.redress.triage.complaint;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.redress.triage.judgement.Category;

/** Complaints about the same thing. All methods join the running transaction. */
@Singleton
class DuplicateRepository {

    private final Jdbi jdbi;

    DuplicateRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A complaint that is about the same thing. */
    record Same(UUID id, Instant filedAt) {}

    /** The first filed of the complainant's other complaints about the same order and issue. */
    Optional<Same> sameOrderAndIssue(FiledComplaint filed, Category category) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select c.complaint_id, c.filed_at from triaged_complaint c
                        join judgement j on j.complaint_id = c.complaint_id and j.revision = c.revision
                        where c.platform = :platform and c.complainant_id = :complainant and c.order_no = :orderNo
                          and j.category = :category and c.complaint_id <> :id
                        order by c.filed_at, c.complaint_id limit 1""")
                .bind("platform", filed.platform())
                .bind("complainant", filed.complainantId())
                .bind("orderNo", filed.orderNo())
                .bind("category", category.name())
                .bind("id", filed.complaintId())
                .map((row, context) -> new Same(
                        row.getObject("complaint_id", UUID.class),
                        row.getObject("filed_at", OffsetDateTime.class).toInstant()))
                .findOne());
    }

    /** Links a complaint to an earlier one; the database's time, or empty if it is linked already. */
    Optional<Instant> link(UUID complaintId, UUID originalId, String rule) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        insert into duplicate (complaint_id, original_id, rule) values (:id, :original, :rule)
                        on conflict (complaint_id) do nothing returning found_at""")
                .bind("id", complaintId)
                .bind("original", originalId)
                .bind("rule", rule)
                .mapTo(Instant.class)
                .findOne());
    }
}
