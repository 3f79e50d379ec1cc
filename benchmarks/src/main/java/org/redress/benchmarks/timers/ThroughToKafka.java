package org.redress.benchmarks.timers;

import java.io.IOException;
import java.sql.SQLException;
import org.redress.benchmarks.Report;
import org.redress.infra.EmbeddedKafka;

/** Many levels due at once, until the broker has acknowledged the last event. */
final class ThroughToKafka {
    private static final double LIMIT = 5_000;

    private final Contenders contenders;

    ThroughToKafka(Contenders contenders) {
        this.contenders = contenders;
    }

    @SuppressWarnings("try") // the processes work without being called
    void measure(Report report, int levels) throws IOException, SQLException, InterruptedException {
        // The relay shall begin with nothing: what earlier cases left is not to be sent.
        contenders.sla().run("truncate outbox");
        try (EmbeddedKafka ignored =
                        EmbeddedKafka.start(contenders.ground().folder().resolve("kafka"), contenders.kafkaPort());
                SlaProcess service = contenders.service()) {
            through(levels / 4); // the first one warms up
            double rate = through(levels);
            report.figure("levels due at once, through to Kafka", rate, "levels/s", rate / LIMIT, "limit");
        }
    }

    private double through(int levels) throws SQLException {
        var watched = new Watched(contenders.sla());
        contenders.ground().settle();
        watched.arm(levels, "0");
        watched.awaitFired();
        return levels / watched.secondsToBroker();
    }
}
