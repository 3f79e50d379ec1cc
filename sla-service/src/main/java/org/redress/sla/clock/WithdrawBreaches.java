package org.redress.sla.clock;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.redress.sla.clock.ClockChanges.UndoneBreach;
import org.redress.sla.storage.Columns;
import org.redress.sla.storage.Rows;

/**
 * Marks recorded breaches that turned out not to be any, and tells others, each once. The record of the breach stays, under a
 * name of its own: should the clock be breached after all, that is another record. Runs in the transaction that holds the
 * complaints' rows.
 */
@ApplicationScoped
public class WithdrawBreaches {
    private final Jdbi jdbi;
    private final ClockPublisher publisher;

    private record Row(UUID complaintId, UUID clockId, String reason) {}

    WithdrawBreaches(Jdbi jdbi, ClockPublisher publisher) {
        this.jdbi = jdbi;
        this.publisher = publisher;
    }

    /** Withdraws what these changes undo; a breach that is withdrawn already stays as it is. */
    public void of(Collection<ClockChanges> changes) {
        Map<UUID, UndoneBreach> undone = changes.stream()
                .flatMap(ofComplaint -> ofComplaint.undone().stream())
                .collect(Collectors.toMap(breach -> breach.clock().clockId(), Function.identity()));
        if (!undone.isEmpty()) {
            publisher.withdrawn(mark(undone));
        }
    }

    private List<WithdrawnBreach> mark(Map<UUID, UndoneBreach> undone) {
        List<Row> rows = undone.values().stream()
                .map(breach ->
                        new Row(breach.clock().complaintId(), breach.clock().clockId(), breach.reason()))
                .toList();
        return jdbi.withHandle(handle -> handle.createQuery("""
                        update fired_level f
                        set withdrawn_at = now(), withdrawn_reason = r.reason, level_key = 'BREACH withdrawn ' || f.id
                        from json_to_recordset(cast(:rows as json)) as r(complaint_id uuid, clock_id uuid, reason text)
                        where f.complaint_id = r.complaint_id and f.clock_id = r.clock_id and f.level_key = 'BREACH'
                          and f.withdrawn_at is null
                        returning f.clock_id, f.id, f.withdrawn_at, f.due_at""")
                .bind("rows", Rows.of(rows))
                .map((row, context) -> withdrawn(row, undone))
                .list());
    }

    private static WithdrawnBreach withdrawn(ResultSet row, Map<UUID, UndoneBreach> undone) throws SQLException {
        UndoneBreach breach = Objects.requireNonNull(undone.get(Columns.id(row, "clock_id")));
        return new WithdrawnBreach(
                breach.clock(),
                Columns.id(row, "id"),
                Columns.instant(row, "due_at"),
                breach.reason(),
                Columns.instant(row, "withdrawn_at"));
    }
}
