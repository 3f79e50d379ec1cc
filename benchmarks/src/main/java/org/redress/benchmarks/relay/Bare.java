package org.redress.benchmarks.relay;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.redress.messaging.OutgoingEvent;

/** The limit: the same bytes as one set-based insert a transaction, and through a producer, with no promise about order or loss. */
final class Bare {
    private Bare() {}

    /** Seconds to insert the events into a plain table with a primary key, so many a transaction. */
    static double insert(DataSource database, List<OutgoingEvent> events, int atOnce) throws SQLException {
        try (var connection = database.getConnection();
                var create = connection.createStatement()) {
            create.execute("create table plain (id uuid primary key, subject text not null, payload bytea not null)");
        }
        long start = System.nanoTime();
        for (int from = 0; from < events.size(); from += atOnce) {
            insert(database, events.subList(from, Math.min(events.size(), from + atOnce)));
        }
        return (System.nanoTime() - start) / 1e9;
    }

    /** Inserts events in one transaction. */
    static void insert(DataSource database, List<OutgoingEvent> events) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(
                        "insert into plain select * from unnest(?::uuid[], ?::text[], ?)")) {
            insert.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", events.stream().map(e -> UUID.randomUUID()).toArray()));
            insert.setArray(
                    2,
                    connection.createArrayOf(
                            "text", events.stream().map(OutgoingEvent::subject).toArray()));
            insert.setArray(
                    3,
                    connection.createArrayOf(
                            "bytea", events.stream().map(OutgoingEvent::data).toArray(byte[][]::new)));
            insert.executeUpdate();
        }
    }

    /** Seconds until the broker has acknowledged the payloads, with the client's own settings but for the batch size. */
    static double produce(String bootstrapServers, String topic, List<OutgoingEvent> events)
            throws InterruptedException, ExecutionException {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "batch.size", 256 * 1024);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            long start = System.nanoTime();
            List<Future<RecordMetadata>> sent = new ArrayList<>(events.size());
            for (OutgoingEvent event : events) {
                sent.add(producer.send(new ProducerRecord<>(topic, event.subject(), event.data())));
            }
            for (var one : sent) {
                one.get();
            }
            return (System.nanoTime() - start) / 1e9;
        }
    }
}
