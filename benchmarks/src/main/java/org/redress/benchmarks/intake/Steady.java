package org.redress.benchmarks.intake;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import org.redress.benchmarks.Percentiles;
import org.redress.benchmarks.Report;
import org.redress.benchmarks.ground.ServiceProcess;
import org.redress.benchmarks.load.LoadClient;
import org.redress.benchmarks.load.Trend;
import org.redress.benchmarks.load.Volley;

/**
 * Two hundred requests a second, whether or not those before were answered, one in ten with a file; the database writes its
 * checkpoints as it does by default. What lives on the heap is looked at all along, which stops the service each time. A
 * request that was not answered as expected ends the run as failed, but not before its figures are told.
 */
final class Steady {
    private static final double PER_SECOND = 200;
    private static final double LIMIT_MILLIS = 100;
    /** A look stops the service for a full collection: more of them would be what is measured. */
    private static final Duration LOOK_EVERY = Duration.ofMinutes(1);

    private static final int CLIENTS = 8;
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final int MOST_WARM_UPS = 24;

    private final Contenders contenders;
    private final Duration time;

    Steady(Contenders contenders, Duration time) {
        this.contenders = contenders;
        this.time = time;
    }

    void measure(Report report) throws IOException, SQLException, InterruptedException {
        contenders.checkpointEvery("5min");
        try (ServiceProcess service = contenders.service();
                var load = new LoadClient(service.address(), 128);
                var vitals = Vitals.of(service)) {
            var requests = new FilingsWithFiles(new Filings(contenders.ground()));
            // Not at 200/s: a service that has just started is never asked so much at once.
            WarmUp.of(service, () -> load.closed(CLIENTS, WARM_UP, requests).checked(), WARM_UP, MOST_WARM_UPS);
            contenders.awaitSent();
            requests.countAnew();
            try (var heap = new Trend(vitals::live, LOOK_EVERY.toMillis())) {
                Volley volley = load.open(PER_SECOND, time, requests);
                report(report, volley, requests, heap);
                report.figure("200/s: events not sent at the end", contenders.unsent(), "events");
                volley.checked();
            }
        } finally {
            contenders.checkpointEvery("1h");
        }
    }

    private static boolean isUpload(String path) {
        return path.endsWith("/evidence");
    }

    private static void report(Report report, Volley volley, FilingsWithFiles requests, Trend heap) {
        Percentiles all = volley.latency();
        report.figure("200/s: requests answered as expected", volley.answers(), "requests");
        report.figure("200/s: requests refused or failed", volley.failures(), "requests");
        report.figure("200/s: p50", all.at(50), "ms");
        report.figure("200/s: p99", all.at(99), "ms", all.at(99) / LIMIT_MILLIS, "limit");
        report.figure("200/s: p99.9", all.at(99.9), "ms");
        report.figure("200/s: max", all.max(), "ms");
        Percentiles filings = volley.latency(path -> !isUpload(path));
        report.figure("200/s: p50 of filings", filings.at(50), "ms");
        report.figure("200/s: p99 of filings", filings.at(99), "ms");
        Percentiles uploads = volley.latency(Steady::isUpload);
        report.figure("200/s: files of 200 kB among them", requests.files(), "files");
        report.figure("200/s: p50 of files", uploads.at(50), "ms");
        report.figure("200/s: p99 of files", uploads.at(99), "ms");
        report.figure("200/s: live heap, most", heap.peak(), "MB");
        report.figure("200/s: live heap, slope", heap.slope(), "MB/min");
    }
}
