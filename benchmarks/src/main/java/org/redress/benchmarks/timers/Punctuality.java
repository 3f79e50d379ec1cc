package org.redress.benchmarks.timers;

import java.io.IOException;
import java.sql.SQLException;
import org.redress.benchmarks.Percentiles;
import org.redress.benchmarks.Report;

/** Levels spread evenly: how late each was when it was committed with its event. */
final class Punctuality {
    private static final String SPREAD = "5 milliseconds"; // 200 a second
    private static final int WARM_UP = 1_000;
    private static final int LEVELS = 4_000;
    private static final double P50_LIMIT_MILLIS = 10;
    private static final double P99_LIMIT_MILLIS = 50;

    private final Contenders contenders;

    Punctuality(Contenders contenders) {
        this.contenders = contenders;
    }

    @SuppressWarnings("try") // the processes work without being called
    void measure(Report report) throws IOException, SQLException, InterruptedException {
        try (SlaProcess ignored = contenders.service()) {
            lateness(WARM_UP);
            Percentiles late = lateness(LEVELS);
            report.figure("200 levels/s: lateness p50", late.at(50), "ms", late.at(50) / P50_LIMIT_MILLIS, "limit");
            report.figure("200 levels/s: lateness p99", late.at(99), "ms", late.at(99) / P99_LIMIT_MILLIS, "limit");
            report.figure("200 levels/s: lateness max", late.max(), "ms");
        }
    }

    private Percentiles lateness(int levels) throws SQLException {
        var watched = new Watched(contenders.sla());
        watched.arm(levels, SPREAD);
        watched.awaitFired();
        return new Percentiles(watched.lateness());
    }
}
