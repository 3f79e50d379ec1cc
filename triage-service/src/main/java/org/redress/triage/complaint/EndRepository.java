package org.redress.triage.complaint;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Which complaints are over. All methods join the running transaction. */
@Singleton
class EndRepository {

    private final Jdbi jdbi;

    EndRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    boolean isOver(UUID complaintId, String platform) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select exists (select from case_end
                        where complaint_id = :id and platform = :platform and ended_at is not null)""")
                .bind("id", complaintId)
                .bind("platform", platform)
                .mapTo(Boolean.class)
                .one());
    }

    /**
     * Keeps intake's word unless a later one is known.
     *
     * @param endedAt null: it goes on
     */
    void keep(UUID complaintId, String platform, long sequence, @Nullable Instant endedAt) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into case_end (complaint_id, platform, sequence, ended_at)
                        values (:id, :platform, :sequence, :ended)
                        on conflict (complaint_id) do update
                            set sequence = excluded.sequence, ended_at = excluded.ended_at
                        where case_end.sequence < excluded.sequence and case_end.platform = excluded.platform""")
                .bind("id", complaintId)
                .bind("platform", platform)
                .bind("sequence", sequence)
                .bind("ended", endedAt == null ? null : endedAt.atOffset(ZoneOffset.UTC))
                .execute());
    }
}
