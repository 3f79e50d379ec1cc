package org.redress.intake.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.redress.intake.complaint.Rows;

/** Finds times on cases that passed, by the database's clock. */
@ApplicationScoped
class LapseRepository {
    private final Jdbi jdbi;

    LapseRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * A time that passed.
     *
     * @param kind the stored name of what it is a time of
     */
    record Passed(UUID complaintId, String platform, UUID partId, String kind) {}

    /** The longest overdue first. */
    List<Passed> passed(int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select p.complaint_id, c.platform, p.id, p.kind from case_part p
                          join complaint c on c.id = p.complaint_id
                         where p.open and p.due_at <= now()
                           and (p.kind in ('MATERIALS_REQUEST', 'OFFER')
                                or p.kind = 'REMEDY' and p.document ->> 'state' = 'ORDERED')
                         order by p.due_at limit :limit""")
                .bind("limit", limit)
                .map((row, context) -> passed(row))
                .list());
    }

    /** Decisions of cases that nothing holds open any more, and whose time to appeal is over: the longest ago first. */
    List<Passed> decidedAndOver(int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select p.complaint_id, c.platform, p.id, p.kind
                          from complaint c join case_part p on p.complaint_id = c.id and p.kind = 'DECISION' and p.open
                         where c.status = 'DECIDED' and cast(p.document ->> 'appealUntil' as timestamptz) <= now()
                           and not exists (select 1 from case_part o where o.complaint_id = c.id and o.open
                                              and o.kind in ('REMEDY', 'REFERRAL', 'COMMITMENT'))
                         order by p.document ->> 'appealUntil' limit :limit""")
                .bind("limit", limit)
                .map((row, context) -> passed(row))
                .list());
    }

    private static Passed passed(ResultSet row) throws SQLException {
        return new Passed(
                Rows.uuid(row, "complaint_id"), row.getString("platform"), Rows.uuid(row, "id"), row.getString("kind"));
    }
}
