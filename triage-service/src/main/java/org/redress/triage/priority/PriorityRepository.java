package org.redress.triage.priority;

import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The rows of what moved complaints ahead. All methods join the running transaction. */
@Singleton
public class PriorityRepository {

    private static final int SHOWN = 20;

    private final Jdbi jdbi;

    PriorityRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void keep(UUID complaintId, String platform, String source, Raise raise) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into priority_raise (complaint_id, platform, source, cause, at)
                        values (:id, :platform, :source, :cause, :at) on conflict do nothing""")
                .bind("id", complaintId)
                .bind("platform", platform)
                .bind("source", source)
                .bind("cause", raise.cause().name())
                .bind("at", raise.at().atOffset(ZoneOffset.UTC))
                .execute());
    }

    /** Why a complaint moved ahead, the latest first, at most twenty. */
    public List<Raise> list(String platform, UUID complaintId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select cause, at from priority_raise where complaint_id = :id and platform = :platform
                        order by at desc, source limit :limit""")
                .bind("id", complaintId)
                .bind("platform", platform)
                .bind("limit", SHOWN)
                .map((row, context) -> new Raise(
                        Raise.Cause.valueOf(row.getString("cause")),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list());
    }
}
