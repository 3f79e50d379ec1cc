package org.redress.benchmarks.intake;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.redress.benchmarks.Report;
import org.redress.benchmarks.ground.Database;
import org.redress.benchmarks.ground.ServiceProcess;
import org.redress.benchmarks.load.LoadClient;
import org.redress.benchmarks.load.Volley;

/**
 * What a filing costs with few complaints stored and with many: processor time of service and database together, which other
 * work on the machine disturbs least. Both services run; they take turns.
 */
final class Stored {
    private static final int CLIENTS = 8;
    private static final double LIMIT = 1.2;
    private static final int MOST_WARM_UP_TURNS = 20;

    private final Contenders contenders;
    private final Database many;
    private final int stored;
    private final Duration turn;
    private final int turns;

    Stored(Contenders contenders, Database many, int stored, Duration turn, int turns) {
        this.contenders = contenders;
        this.many = many;
        this.stored = stored;
        this.turn = turn;
        this.turns = turns;
    }

    void measure(Report report) throws IOException, SQLException, InterruptedException {
        int few = Math.min(10_000, stored / 2);
        try (Database small = contenders.filled("intake_few", few);
                Side withFew = new Side(small);
                Side withMany = new Side(many)) {
            withFew.warmUp();
            withMany.warmUp();
            for (int i = 0; i < turns; i++) {
                withFew.measure();
                withMany.measure();
            }
            double growth = withMany.cost() / withFew.cost();
            report.figure("a filing with " + few + " stored", withFew.cost(), "ms of processor");
            report.figure("a filing with " + stored + " stored", withMany.cost(), "ms of processor");
            report.figure("a filing, growth", growth, "times", growth / LIMIT, "limit");
            report.figure("filed with " + few + " stored", Rates.median(withFew.rates), "/s");
            report.figure("filed with " + stored + " stored", Rates.median(withMany.rates), "/s");
        }
    }

    /** A service on one of the two databases. */
    private final class Side implements AutoCloseable {
        private final ServiceProcess service;
        private final LoadClient load;
        private final Filings filings;
        private final List<Double> costs = new ArrayList<>();
        private final List<Double> rates = new ArrayList<>();

        Side(Database database) throws IOException, InterruptedException {
            service = contenders.service(database);
            load = new LoadClient(service.address(), CLIENTS);
            filings = new Filings(contenders.ground());
        }

        void warmUp() throws IOException {
            WarmUp.of(service, this::file, turn, MOST_WARM_UP_TURNS);
        }

        private Volley file() {
            return load.closed(CLIENTS, turn, filings).checked();
        }

        void measure() throws SQLException {
            contenders.ground().settle();
            var ofService = new CpuTime(service.pid());
            var ofDatabase = new CpuTime(contenders.ground().postgresPid());
            Volley volley = file();
            costs.add((ofService.millis() + ofDatabase.millis()) / volley.answers());
            rates.add(volley.perSecond());
        }

        double cost() {
            return Rates.median(costs);
        }

        @Override
        public void close() {
            load.close();
            service.close();
        }
    }
}
