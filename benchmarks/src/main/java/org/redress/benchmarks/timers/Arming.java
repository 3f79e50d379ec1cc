package org.redress.benchmarks.timers;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.redress.benchmarks.Report;
import org.redress.benchmarks.ground.Database;
import org.redress.benchmarks.timers.SlaProcess.Timed;

/**
 * How many clocks a second are armed. The full way: from kept events through the computation to the stored clock and its
 * ClockStarted in the outbox, as for complaints that waited for their platform's first policy. Storing alone: the part of it
 * that db-scheduler's {@code scheduleBatch} does, one row a clock.
 */
final class Arming {
    private static final String FILE = """
            with fresh as (
                insert into complaint (complaint_id, platform, complainant_id, filed_at, standing)
                select uuidv7(), ?, 'u-' || n, now(), 'NO_POLICY' from generate_series(1, cast(? as integer)) as n
                returning complaint_id, complainant_id
            )
            insert into case_event (complaint_id, source, event_id, type, sequence, happened_at, data, fact)
            select complaint_id, '/redress/intake', uuidv7(), 'org.redress.complaint-filed.v1', 1, now(), '{}',
                   jsonb_build_object('type', 'COMPLAINT_FILED', 'at',
                       to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'complainant_id', complainant_id,
                       'category', 'NOT_DELIVERED', 'channel', 'APP', 'amount', 100)
            from fresh""";

    private final Contenders contenders;

    Arming(Contenders contenders) {
        this.contenders = contenders;
    }

    void measure(Report report, int clocks, int turns) throws IOException, SQLException, InterruptedException {
        List<Double> fullWay = new ArrayList<>();
        List<Double> storing = new ArrayList<>();
        List<Double> peer = new ArrayList<>();
        try (SlaProcess service = contenders.service()) {
            for (int turn = 0; turn <= turns; turn++) {
                Timed before = service.timer("redress_sla_clocks_stored");
                double rate = fullWay(service, "arming-" + turn, turn == 0 ? clocks / 4 : clocks);
                Timed after = service.timer("redress_sla_clocks_stored");
                double batch = contenders.peer().scheduleBatch(clocks);
                if (turn > 0) { // the first one warms up
                    fullWay.add(rate);
                    storing.add(clocks / (after.seconds() - before.seconds()));
                    peer.add(batch);
                }
            }
        }
        double batch = MassFiring.median(peer);
        report.figure("arming: scheduleBatch of " + DbScheduler.NAME, batch, "clocks/s");
        report.figure(
                "arming: storing alone",
                MassFiring.median(storing),
                "clocks/s",
                MassFiring.median(storing) / batch,
                DbScheduler.NAME);
        report.figure(
                "arming: from event to ClockStarted",
                MassFiring.median(fullWay),
                "clocks/s",
                MassFiring.median(fullWay) / batch,
                DbScheduler.NAME);
    }

    private double fullWay(SlaProcess service, String platform, int clocks)
            throws IOException, SQLException, InterruptedException {
        Database database = contenders.sla();
        contenders.ground().settle();
        database.run(FILE, platform, clocks);
        double before = database.number(Watched.LAST_EVENT);
        service.activate(platform);
        // Asking for the last number disturbs nobody; counting rows all the while would take a core.
        database.await(before + clocks + 1, Watched.LAST_EVENT);
        database.await(clocks + 1, "select count(*) from outbox where platform = ?", platform);
        return clocks / database.number("""
                select extract(epoch from max(pg_xact_commit_timestamp(c.xmin)) - min(p.created_at))
                from clock c join policy p using (platform) where c.platform = ?""", platform);
    }
}
