package org.redress.benchmarks.outbox;

import io.agroal.api.AgroalDataSource;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.redress.messaging.OutgoingEvent;
import org.redress.messaging.outbox.StandaloneOutbox;
import org.redress.messaging.testkit.MessagingSettings;

/** The product's own outbox: rows in the transaction, a relay that is woken after the commit. */
final class OwnOutbox implements Contender {
    private final AgroalDataSource pool;
    private final StandaloneOutbox outbox;

    OwnOutbox(Ground ground, String topic, String database) throws SQLException {
        pool = ground.database(database);
        Flyway.configure()
                .dataSource(pool)
                .locations("db/messaging")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
        outbox = new StandaloneOutbox(
                MessagingSettings.of(ground.bootstrapServers(), "benchmark", Map.of("topic", topic)), pool);
        outbox.start();
    }

    @Override
    public String name() {
        return "own outbox";
    }

    @Override
    public void commit(String key, String id, String payload) throws SQLException {
        var event = new OutgoingEvent(
                "org.example.benchmarked.v1", key, "town", payload.getBytes(StandardCharsets.UTF_8));
        outbox.commit(connection -> Contender.businessRow(connection, id), List.of(event));
    }

    @Override
    public void close() {
        outbox.close();
        pool.close();
    }
}
