package org.redress.sla.board;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Reads {@code board_change}: which complaints' clocks changed, whichever instance changed them. */
@ApplicationScoped
class BoardChanges {
    private final Jdbi jdbi;
    private final BoardConfig config;

    BoardChanges(Jdbi jdbi, BoardConfig config) {
        this.jdbi = jdbi;
        this.config = config;
    }

    /** Complaints that one statement changed. */
    private record Changed(String platform, List<UUID> complaints) {}

    /** The first transaction that may still be running: every change before it can be seen, and no more will come. */
    long horizon() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select cast(pg_snapshot_xmin(pg_current_snapshot()) as text)")
                        .mapTo(String.class)
                        .map(Long::parseLong)
                        .one());
    }

    /** By platform, the complaints that changed from one transaction on and before another. */
    Map<String, Set<UUID>> between(long from, long horizon, Collection<String> platforms) {
        var changed = new HashMap<String, Set<UUID>>();
        jdbi.withHandle(handle -> handle.createQuery("""
                        select platform, complaints from board_change
                        where xid >= cast(:from as xid8) and xid < cast(:horizon as xid8) and platform = any(:platforms)
                        order by xid""")
                        .bind("from", Long.toString(from))
                        .bind("horizon", Long.toString(horizon))
                        .bindArray("platforms", String.class, platforms.toArray())
                        .map((row, context) -> changed(row))
                        .list())
                .forEach(one -> changed.computeIfAbsent(one.platform(), platform -> new LinkedHashSet<>())
                        .addAll(one.complaints()));
        return changed;
    }

    /** Whether everything since that transaction is still kept; a reader that was away longer must read anew. */
    boolean reachesBackTo(long transaction) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select cast(:transaction as xid8) <= pg_snapshot_xmin(pg_current_snapshot())
                           and exists (select 1 from board_change where xid <= cast(:transaction as xid8))""")
                .bind("transaction", Long.toString(transaction))
                .mapTo(Boolean.class)
                .one());
    }

    /** Forgets old changes, on any instance. */
    @Scheduled(every = "60s", delayed = "60s")
    void forget() {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "delete from board_change where at < now() - make_interval(secs => :kept)")
                .bind("kept", (double) config.kept().toSeconds())
                .execute());
    }

    private static Changed changed(ResultSet row) throws SQLException {
        Array ids = row.getArray("complaints");
        return new Changed(row.getString("platform"), List.of((UUID[]) ids.getArray()));
    }
}
