package org.redress.sla.complaint;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.redress.sla.storage.Columns;

/** Reads complaints for callers: tenant and owner are part of every statement. Locks nothing. */
@ApplicationScoped
class ComplaintViews {
    private final Jdbi jdbi;

    /** A complaint without its lock, and the database's time when it was read. */
    record Seen(Complaint complaint, Instant now) {}

    /**
     * A complaint that has no clocks for now.
     *
     * @param reason why it was set aside
     * @param since when it was set aside, or filed
     */
    record Held(
            UUID complaintId, Standing standing, @Nullable String reason, Instant since) {}

    ComplaintViews(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A complaint of that platform and, if an owner is given, of that complainant. */
    Optional<Seen> find(UUID complaintId, String platform, @Nullable String owner) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select *, now() as now from complaint
                        where complaint_id = :complaint and platform = :platform
                          and (cast(:owner as text) is null or complainant_id = cast(:owner as text))""")
                .bind("complaint", complaintId)
                .bind("platform", platform)
                .bind("owner", owner)
                .map((row, context) -> new Seen(ComplaintRepository.complaint(row), Columns.instant(row, "now")))
                .findOne());
    }

    /** Some complaints as they are. */
    List<Complaint> all(List<UUID> ids) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select * from complaint where complaint_id = any(:ids) order by complaint_id")
                .bindArray("ids", UUID.class, ids)
                .map((row, context) -> ComplaintRepository.complaint(row))
                .list());
    }

    /** Complaints of that platform that have no clocks for now, by id, from behind that one. */
    List<Held> held(String platform, @Nullable UUID after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select c.complaint_id, c.standing, s.reason, coalesce(s.since, c.filed_at, c.created_at) as since
                        from complaint c left join set_aside s using (complaint_id)
                        where c.standing in ('NO_POLICY', 'SET_ASIDE') and c.platform = :platform
                          and (cast(:after as uuid) is null or c.complaint_id > cast(:after as uuid))
                        order by c.complaint_id limit :limit""")
                .bind("platform", platform)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> held(row))
                .list());
    }

    private static Held held(ResultSet row) throws SQLException {
        return new Held(
                Columns.id(row, "complaint_id"),
                Standing.valueOf(row.getString("standing")),
                row.getString("reason"),
                Columns.instant(row, "since"));
    }
}
