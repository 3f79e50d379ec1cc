package org.redress.benchmarks.path;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.redress.launcher.Redress;

/** What waits between the services: events that were not sent yet, and records that were not read yet. */
final class Backlog implements AutoCloseable {
    private static final List<String> SERVICES = List.of("intake", "triage", "sla", "notification");

    private final Redress redress;
    private final Admin admin;

    Backlog(Redress redress) {
        this.redress = redress;
        this.admin = Admin.create(Map.of("bootstrap.servers", redress.bootstrapServers()));
    }

    /** Everything that waits now. */
    double size() {
        return unsent() + unread();
    }

    private double unsent() {
        double unsent = 0;
        for (String service : SERVICES) {
            unsent += unsent(redress.database(service));
        }
        return unsent;
    }

    private static double unsent(Redress.Database database) {
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select count(*) from outbox where sent_at is null and parked_at is null")) {
            row.next();
            return row.getDouble(1);
        } catch (SQLException e) {
            throw new IllegalStateException("the outbox cannot be looked at", e);
        }
    }

    private double unread() {
        double unread = 0;
        for (String service : SERVICES) {
            unread += unread(service);
        }
        return unread;
    }

    private double unread(String group) {
        try {
            Map<TopicPartition, OffsetAndMetadata> read = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            var ends = admin.listOffsets(read.keySet().stream()
                            .collect(java.util.stream.Collectors.toMap(
                                    partition -> partition, partition -> OffsetSpec.latest())))
                    .all()
                    .get();
            return ends.entrySet().stream()
                    .mapToLong(end -> end.getValue().offset() - position(read.get(end.getKey())))
                    .sum();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the readers' positions cannot be looked at", e);
        }
    }

    private static long position(@org.jspecify.annotations.Nullable OffsetAndMetadata read) {
        return read == null ? 0 : read.offset();
    }

    @Override
    public void close() {
        admin.close();
    }
}
