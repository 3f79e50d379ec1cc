package org.redress.benchmarks.outbox;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.redress.infra.EmbeddedKafka;
import org.redress.infra.FreePorts;
import org.redress.infra.LocalPostgres;

/** The one PostgreSQL (fsync on, logical decoding possible) and the one broker that all contenders run on. */
@SuppressWarnings("try") // close() waits and may be interrupted; then the whole run ends
final class Ground implements AutoCloseable {
    private final LocalPostgres postgres;
    private final EmbeddedKafka kafka;

    private Ground(LocalPostgres postgres, EmbeddedKafka kafka) {
        this.postgres = postgres;
        this.kafka = kafka;
    }

    static Ground start(Path dir) throws Exception {
        int port = FreePorts.next();
        // The level of the write-ahead log can only change at a start.
        try (var first = LocalPostgres.start(dir.resolve("postgres"), port, true);
                var connection = first.connect();
                var statement = connection.createStatement()) {
            statement.execute("alter system set wal_level = 'logical'");
        }
        var postgres = LocalPostgres.start(dir.resolve("postgres"), port, true);
        return new Ground(postgres, EmbeddedKafka.start(dir.resolve("kafka"), FreePorts.next()));
    }

    String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    int databasePort() {
        return postgres.port();
    }

    /** What the server says of a setting. */
    String setting(String name) throws SQLException {
        try (var connection = postgres.connect();
                var statement = connection.createStatement();
                var answer = statement.executeQuery("show " + name)) {
            return answer.next() ? answer.getString(1) : "";
        }
    }

    /** A new database with the table of the business rows, and a pool of connections to it. */
    AgroalDataSource database(String name) throws SQLException {
        postgres.createDatabase(name);
        var pool = AgroalDataSource.from(
                new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(settings -> settings.maxSize(20)
                        .initialSize(10)
                        .acquisitionTimeout(Duration.ofSeconds(30))
                        .connectionFactoryConfiguration(connection -> connection
                                .jdbcUrl(postgres.jdbcUrl(name))
                                .principal(new NamePrincipal("postgres"))
                                .credential(new SimplePassword("postgres")))));
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table business (id uuid primary key, note text not null)");
        }
        return pool;
    }

    void topic(String name) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(name, Optional.of(8), Optional.empty())))
                    .all()
                    .get();
        }
    }

    /** A producer with the settings the product's own relay uses. */
    Producer<String, byte[]> producer() {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrapServers(),
                "acks",
                "all",
                "enable.idempotence",
                true,
                "linger.ms",
                0,
                "batch.size",
                64 * 1024);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    @Override
    public void close() throws Exception {
        kafka.close();
        postgres.close();
    }
}
