package org.redress.benchmarks.outbox;

import io.agroal.api.AgroalDataSource;
import io.debezium.engine.ChangeEvent;
import io.debezium.engine.DebeziumEngine;
import io.debezium.engine.DebeziumEngine.RecordCommitter;
import io.debezium.engine.format.ChangeEventFormat;
import io.debezium.embedded.Connect;
import io.debezium.engine.RecordChangeEvent;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * Debezium embedded on the outbox pattern: a row is inserted and deleted in the transaction, the engine reads it from the
 * write-ahead log, this class sends it and waits for the broker before the position is acknowledged.
 */
@SuppressWarnings("try") // close() waits and may be interrupted; then the whole run ends
final class DebeziumOutbox implements Contender {
    private final AgroalDataSource pool;
    private final Producer<String, byte[]> producer;
    private final String topic;
    private final DebeziumEngine<RecordChangeEvent<SourceRecord>> engine;
    private final ExecutorService executor = Executors.newSingleThreadExecutor();

    DebeziumOutbox(Ground ground, String topic, String database) throws Exception {
        this.topic = topic;
        ground.topic(topic);
        producer = ground.producer();
        pool = ground.database(database);
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table outbox (id uuid primary key, key text not null, payload text not null)");
        }
        var streaming = new CountDownLatch(1);
        engine = DebeziumEngine.create(ChangeEventFormat.of(Connect.class))
                .using(settings(ground, database))
                .using(new DebeziumEngine.ConnectorCallback() {
                    @Override
                    public void pollingStarted() {
                        streaming.countDown();
                    }
                })
                .notifying(this::send)
                .build();
        executor.execute(engine);
        if (!streaming.await(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the engine did not start to read the log");
        }
    }

    @Override
    public String name() {
        return "Debezium embedded 3.6.1.Final";
    }

    @Override
    public void commit(String key, String id, String payload) throws SQLException {
        try (var connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            Contender.businessRow(connection, id);
            outboxRow(connection, key, id, payload);
            connection.commit();
        }
    }

    @Override
    public void close() throws Exception {
        engine.close();
        executor.shutdown();
        producer.close();
        pool.close();
    }

    private static void outboxRow(Connection connection, String key, String id, String payload) throws SQLException {
        try (var insert =
                        connection.prepareStatement("insert into outbox (id, key, payload) values (?::uuid, ?, ?)");
                var delete = connection.prepareStatement("delete from outbox where id = ?::uuid")) {
            insert.setString(1, id);
            insert.setString(2, key);
            insert.setString(3, payload);
            insert.executeUpdate();
            delete.setString(1, id);
            delete.executeUpdate();
        }
    }

    private void send(
            List<RecordChangeEvent<SourceRecord>> changes, RecordCommitter<RecordChangeEvent<SourceRecord>> committer)
            throws InterruptedException {
        List<Future<RecordMetadata>> sends = new ArrayList<>();
        for (var change : changes) {
            if (change.record().value() instanceof Struct value && "c".equals(value.get("op"))) {
                Struct row = value.getStruct("after");
                byte[] payload = row.getString("payload").getBytes(StandardCharsets.UTF_8);
                sends.add(producer.send(new ProducerRecord<>(topic, row.getString("key"), payload)));
            }
        }
        try {
            for (var send : sends) {
                send.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker does not take an event", e);
        }
        for (var change : changes) {
            committer.markProcessed(change);
        }
        committer.markBatchFinished();
    }

    private static Properties settings(Ground ground, String database) {
        var settings = new Properties();
        settings.put("name", database);
        settings.put("connector.class", "io.debezium.connector.postgresql.PostgresConnector");
        settings.put("offset.storage", "org.apache.kafka.connect.storage.MemoryOffsetBackingStore");
        settings.put("offset.flush.interval.ms", "1000");
        settings.put("database.hostname", "localhost");
        settings.put("database.port", Integer.toString(ground.databasePort()));
        settings.put("database.user", "postgres");
        settings.put("database.password", "postgres");
        settings.put("database.dbname", database);
        settings.put("topic.prefix", database);
        settings.put("plugin.name", "pgoutput");
        settings.put("slot.name", database);
        settings.put("slot.drop.on.stop", "true");
        settings.put("publication.name", database);
        settings.put("publication.autocreate.mode", "filtered");
        settings.put("table.include.list", "public.outbox");
        settings.put("snapshot.mode", "no_data");
        settings.put("tombstones.on.delete", "false");
        // The default of half a second would be all of the latency.
        settings.put("poll.interval.ms", "2");
        return settings;
    }
}
