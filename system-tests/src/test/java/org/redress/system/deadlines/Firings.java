package org.redress.system.deadlines;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.redress.system.TopicReader;

/**
 * What one platform's clocks came to: the rows that say that a level fired, and the events that told others. Not thread-safe.
 */
final class Firings implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> TYPES = Set.of(
            "org.redress.deadline-approaching.v1",
            "org.redress.deadline-breached.v1",
            "org.redress.complaint-escalated.v1",
            "org.redress.window-lapsed.v1");
    private static final String WITHDRAWN = "org.redress.breach-withdrawn.v1";

    private final SlaCluster cluster;
    private final String platform;
    private final TopicReader topic;

    Firings(SlaCluster cluster, String platform) {
        this.cluster = cluster;
        this.platform = platform;
        this.topic = new TopicReader(cluster.bootstrapServers(), "sla-events");
    }

    /** One level of one cycle of one clock. */
    record Level(UUID clock, int cycle, int level) {}

    /** A row. */
    record Fired(Level level, UUID complaint, Instant firesAt, Instant detectedAt, boolean withdrawn) {
        Duration late() {
            return Duration.between(firesAt, detectedAt);
        }
    }

    /** The event of a level: how often it was delivered, and when the broker had it first. */
    record Told(Level level, int records, Instant firesAt, Instant first) {
        Duration late() {
            return Duration.between(firesAt, first);
        }

        private Told and(Told again) {
            return new Told(level, records + again.records, firesAt, first.isBefore(again.first) ? first : again.first);
        }
    }

    /** The rows there are by now. */
    List<Fired> rows() {
        try (var connection = cluster.database().connect();
                var statement = connection.prepareStatement("""
                        select clock_id, cycle, level, complaint_id, fires_at, detected_at,
                               to_jsonb(f) ->> 'withdrawn_at' is not null
                        from fired_level f where platform = ?""")) {
            statement.setString(1, platform);
            var fired = new ArrayList<Fired>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    fired.add(new Fired(
                            new Level(rows.getObject(1, UUID.class), rows.getInt(2), rows.getInt(3)),
                            rows.getObject(4, UUID.class),
                            rows.getObject(5, OffsetDateTime.class).toInstant(),
                            rows.getObject(6, OffsetDateTime.class).toInstant(),
                            rows.getBoolean(7)));
                }
            }
            return fired;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The events there are by now, by their ids. */
    Map<String, Told> told() {
        var told = new HashMap<String, Told>();
        for (var event : topic.all()) {
            if (platform.equals(TopicReader.header(event, "ce_platform"))
                    && TYPES.contains(TopicReader.header(event, "ce_type"))) {
                JsonNode data = json(event);
                var level = new Level(
                        UUID.fromString(data.path("clockId").asText()),
                        data.path("cycle").asInt(),
                        data.path("level").asInt());
                Instant firesAt = Instant.parse(data.path("firesAt").asText());
                Instant arrived = Instant.ofEpochMilli(event.timestamp());
                told.merge(TopicReader.header(event, "ce_id"), new Told(level, 1, firesAt, arrived), Told::and);
            }
        }
        return told;
    }

    /** How often a breach was told to be withdrawn. */
    long toldWithdrawn() {
        return topic.all().stream()
                .filter(event -> platform.equals(TopicReader.header(event, "ce_platform"))
                        && WITHDRAWN.equals(TopicReader.header(event, "ce_type")))
                .map(event -> TopicReader.header(event, "ce_id"))
                .distinct()
                .count();
    }

    private static JsonNode json(ConsumerRecord<String, byte[]> event) {
        try {
            return JSON.readTree(event.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        topic.close();
    }
}
