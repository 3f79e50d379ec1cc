package org.redress.sla.complaint;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.redress.sla.storage.Columns;
import org.redress.sla.storage.Rows;

/** The table {@code policy_move}: which policy versions complaints have left. The methods join the running transaction. */
@ApplicationScoped
class PolicyMoves {
    private final Jdbi jdbi;

    /** A complaint left a version for another one. */
    record Move(UUID complaintId, int fromVersion, Instant movedAt) {}

    private record Row(UUID complaintId, int fromVersion, Instant movedAt, UUID migrationId) {}

    PolicyMoves(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Per complaint its moves, in order of time; most complaints have none. */
    Map<UUID, List<Move>> of(Collection<UUID> complaints) {
        return jdbi.withHandle(handle -> handle
                .createQuery("""
                        select complaint_id, from_version, moved_at from policy_move
                        where complaint_id = any(:complaints) order by complaint_id, moved_at""")
                .bindArray("complaints", UUID.class, complaints)
                .map((row, context) -> new Move(
                        Columns.id(row, "complaint_id"), row.getInt("from_version"), Columns.instant(row, "moved_at")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Move::complaintId)));
    }

    /** Keeps moves. */
    void add(Collection<Move> moves, UUID migration) {
        List<Row> rows = moves.stream()
                .map(move -> new Row(move.complaintId(), move.fromVersion(), move.movedAt(), migration))
                .toList();
        jdbi.useHandle(
                handle -> handle.createUpdate("""
                        insert into policy_move (complaint_id, from_version, moved_at, migration_id)
                        select complaint_id, from_version, moved_at, migration_id
                        from json_to_recordset(cast(:rows as json)) as r(
                            complaint_id uuid, from_version integer, moved_at timestamptz, migration_id uuid)""").bind("rows", Rows.of(rows)).execute());
    }
}
