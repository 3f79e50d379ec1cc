package org.redress.benchmarks.relay;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.flywaydb.core.Flyway;
import org.redress.infra.EmbeddedKafka;
import org.redress.infra.FreePorts;
import org.redress.infra.LocalPostgres;

/** A PostgreSQL with fsync on and a broker, both empty, on this machine. */
final class Server implements AutoCloseable {
    private static final int POOL = 12;
    private static final int PARTITIONS = 8;

    private final LocalPostgres postgres;
    private final EmbeddedKafka kafka;

    private Server(LocalPostgres postgres, EmbeddedKafka kafka) {
        this.postgres = postgres;
        this.kafka = kafka;
    }

    static Server start() throws IOException {
        Path dir = Files.createTempDirectory("redress-bench-relay");
        return new Server(
                LocalPostgres.start(dir.resolve("postgres"), FreePorts.next(), true),
                EmbeddedKafka.start(dir.resolve("kafka"), FreePorts.next()));
    }

    String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    /** A new database with the tables of an outbox, and a pool of connections to it. */
    AgroalDataSource database(String name) throws SQLException {
        postgres.createDatabase(name);
        String url = postgres.jdbcUrl(name);
        Flyway.configure()
                .dataSource(url, "postgres", "postgres")
                .locations("db/messaging")
                .load()
                .migrate();
        return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.maxSize(POOL)
                        .acquisitionTimeout(Duration.ofSeconds(30))
                        .connectionFactoryConfiguration(connection -> connection
                                .jdbcUrl(url)
                                .principal(new NamePrincipal("postgres"))
                                .credential(new SimplePassword("postgres")))));
    }

    void topic(String name) throws InterruptedException, ExecutionException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(name, Optional.of(PARTITIONS), Optional.empty())))
                    .all()
                    .get();
        }
    }

    @Override
    public void close() throws IOException {
        kafka.close();
        postgres.close();
    }
}
