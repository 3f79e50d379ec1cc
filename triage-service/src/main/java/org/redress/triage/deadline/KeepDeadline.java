package org.redress.triage.deadline;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Keeps when the clocks of complaints are due. Told twice or in any order, the result is the same. */
@Singleton
public class KeepDeadline {

    private final Jdbi jdbi;

    KeepDeadline(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A clock runs, or runs to another time. */
    @Transactional
    public void running(UUID clockId, UUID complaintId, String platform, Instant dueAt) {
        keep(clockId, complaintId, platform, dueAt, false);
    }

    /** A clock runs no more. */
    @Transactional
    public void ended(UUID clockId, UUID complaintId, String platform, Instant dueAt) {
        keep(clockId, complaintId, platform, dueAt, true);
    }

    private void keep(UUID clockId, UUID complaintId, String platform, Instant dueAt, boolean ended) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into case_deadline (clock_id, complaint_id, platform, due_at, ended)
                        values (:clock, :id, :platform, :due, :ended)
                        on conflict (clock_id) do update set due_at = excluded.due_at, ended = excluded.ended
                        where not case_deadline.ended and case_deadline.platform = excluded.platform""")
                .bind("clock", clockId)
                .bind("id", complaintId)
                .bind("platform", platform)
                .bind("due", dueAt.atOffset(ZoneOffset.UTC))
                .bind("ended", ended)
                .execute());
    }
}
