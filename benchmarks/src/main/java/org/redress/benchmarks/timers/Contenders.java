package org.redress.benchmarks.timers;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import org.redress.benchmarks.ground.Database;
import org.redress.benchmarks.ground.Ground;
import org.redress.infra.FreePorts;

/**
 * The databases of a run: as many armed clocks for the service, for the limit and for the peer, and few for comparison.
 *
 * @param sla the service's, with many armed clocks
 * @param few the service's, with few armed clocks
 * @param limitDatabase a copy of {@code sla}
 * @param kafkaPort where the broker will be, once a case starts it
 */
record Contenders(
        Ground ground, Database sla, Database few, Database limitDatabase, DbScheduler peer, int clocks, int kafkaPort)
        implements AutoCloseable {
    /** How many are few. */
    static final int FEW = 10_000;

    static Contenders prepare(Ground ground, int clocks, int threads)
            throws IOException, SQLException, InterruptedException {
        int kafkaPort = FreePorts.next();
        try (Database empty = ground.create("sla");
                SlaProcess migrates = SlaProcess.start(ground, empty, "localhost:" + kafkaPort, Map.of())) {
            migrates.activate(ArmedClocks.PLATFORM);
        }
        Database few = ground.copy("sla", "sla_few");
        new ArmedClocks(few).armFarAhead(FEW);
        try (Database full = ground.open("sla")) {
            new ArmedClocks(full).armFarAhead(clocks);
        }
        Database limit = ground.copy("sla", "sla_limit");
        var peer = new DbScheduler(ground.create("peer"), threads);
        peer.armFarAhead(clocks);
        ground.settle();
        return new Contenders(ground, ground.open("sla"), few, limit, peer, clocks, kafkaPort);
    }

    /** The service on the many clocks, with the settings it is shipped with. */
    SlaProcess service() throws IOException, InterruptedException {
        return service(sla, Map.of());
    }

    SlaProcess service(Database database, Map<String, String> settings) throws IOException, InterruptedException {
        return SlaProcess.start(ground, database, "localhost:" + kafkaPort, settings);
    }

    @Override
    public void close() throws SQLException {
        peer.close();
        limitDatabase.close();
        few.close();
        sla.close();
    }
}
