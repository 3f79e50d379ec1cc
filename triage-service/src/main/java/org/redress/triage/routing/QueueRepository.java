package org.redress.triage.routing;

import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Counts what waits in the queues of a tenant. */
@Singleton
class QueueRepository {

    private final Jdbi jdbi;

    QueueRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    List<QueueView> count(String platform) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select c.queue, count(*) as open,
                            count(*) filter (where j.severity = 'NORMAL') as normal,
                            count(*) filter (where j.severity = 'URGENT') as urgent,
                            count(*) filter (where j.severity = 'CRITICAL') as critical,
                            min(c.filed_at) as oldest
                        from triaged_complaint c
                        join judgement j on j.complaint_id = c.complaint_id and j.revision = c.revision
                        where c.platform = :platform
                        group by c.queue order by c.queue""")
                .bind("platform", platform)
                .map((row, context) -> new QueueView(
                        row.getString("queue"),
                        row.getLong("open"),
                        row.getLong("normal"),
                        row.getLong("urgent"),
                        row.getLong("critical"),
                        row.getObject("oldest", OffsetDateTime.class).toInstant()))
                .list());
    }
}
