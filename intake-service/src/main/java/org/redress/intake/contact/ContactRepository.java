package org.redress.intake.contact;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Reads personal data and notes who did. */
@ApplicationScoped
class ContactRepository {
    private final Jdbi jdbi;

    ContactRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * The contact of a complaint's complainant.
     *
     * @param platform the tenant, {@code *} for a service that works for all of them
     */
    Optional<Contact> find(UUID complaintId, String platform) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select c.complainant_id, c.language, p.name, p.phone, p.email
                          from complaint c left join complainant_contact p on p.complaint_id = c.id
                         where c.id = :id and (:platform = '*' or c.platform = :platform)""")
                .bind("id", complaintId)
                .bind("platform", platform)
                .map((row, context) -> new Contact(
                        row.getString("complainant_id"),
                        row.getString("name"),
                        row.getString("phone"),
                        row.getString("email"),
                        row.getString("language")))
                .findOne());
    }

    /** Notes that someone read it. Joins the running transaction. */
    void noteAccess(UUID complaintId, String subject, String why) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into access_log (complaint_id, platform, subject, what, why)
                        select id, platform, :subject, 'CONTACT', :why from complaint where id = :id""")
                .bind("id", complaintId)
                .bind("subject", subject)
                .bind("why", why)
                .execute());
    }
}
