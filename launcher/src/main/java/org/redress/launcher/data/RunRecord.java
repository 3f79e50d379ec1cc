package org.redress.launcher.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.redress.launcher.process.ProcessStamp;

/**
 * What one launcher runs, in the file that {@code status} reads and that a later launcher recognises orphans by.
 *
 * @param ready whether everything was seen ready and nothing has died since
 * @param frontDoor the one address for clients
 * @param kafkaBootstrap {@code host:port}
 * @param jdbcUrls by database name, without passwords
 * @param processes in the order they are shown; parts inside the launcher's process carry its stamp
 */
public record RunRecord(
        boolean ready, String frontDoor, String kafkaBootstrap, Map<String, String> jdbcUrls, List<Entry> processes) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * One part.
     *
     * @param stamp absent while the process is down
     */
    public record Entry(
            String name,
            String url,
            String status,
            @Nullable ProcessStamp stamp) {
        /** The pid, 0 while the process is down. */
        public long pid() {
            return stamp == null ? 0 : stamp.pid();
        }

        /** Whether the very process still lives. */
        public boolean isAlive() {
            return stamp != null && stamp.isAlive();
        }
    }

    /** The part of that name. */
    public Optional<Entry> process(String name) {
        return processes.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    /** Whether the launcher that wrote this lives. */
    public boolean isRunning() {
        return process("launcher").map(Entry::isAlive).orElse(false);
    }

    /** Writes the file in one step: a reader sees the old or the new one, whole. */
    public void write(Path file) throws IOException {
        StateFile.write(file, toJson(), false);
    }

    /** Reads the file; empty when there is none or it is not one of ours. */
    public static Optional<RunRecord> read(Path file) {
        try {
            return Files.exists(file)
                    ? Optional.of(fromJson(JSON.readTree(Files.readAllBytes(file))))
                    : Optional.empty();
        } catch (IOException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** As the command {@code status --json} prints it. */
    public ObjectNode toJson() {
        ObjectNode root = JSON.createObjectNode();
        root.put("ready", ready).put("frontDoor", frontDoor);
        root.putObject("kafka").put("bootstrap", kafkaBootstrap);
        ObjectNode urls = root.putObject("jdbcUrls");
        new TreeMap<>(jdbcUrls).forEach(urls::put);
        var list = root.putArray("processes");
        for (Entry entry : processes) {
            ObjectNode node = list.addObject().put("name", entry.name()).put("url", entry.url());
            node.put("status", entry.status());
            ProcessStamp stamp = entry.stamp();
            if (stamp == null) {
                node.putNull("pid").putNull("startedAt");
            } else {
                node.put("pid", stamp.pid()).put("startedAt", stamp.startedAt().toString());
            }
        }
        return root;
    }

    private static RunRecord fromJson(JsonNode root) {
        var urls = new TreeMap<String, String>();
        root.path("jdbcUrls")
                .properties()
                .forEach(url -> urls.put(url.getKey(), url.getValue().asText()));
        var entries = new ArrayList<Entry>();
        for (JsonNode node : root.path("processes")) {
            entries.add(new Entry(
                    node.path("name").asText(),
                    node.path("url").asText(),
                    node.path("status").asText(),
                    stamp(node)));
        }
        return new RunRecord(
                root.path("ready").asBoolean(),
                root.path("frontDoor").asText(),
                root.path("kafka").path("bootstrap").asText(),
                urls,
                entries);
    }

    private static @Nullable ProcessStamp stamp(JsonNode node) {
        return node.path("pid").canConvertToLong()
                ? new ProcessStamp(
                        node.path("pid").asLong(),
                        Instant.parse(node.path("startedAt").asText()))
                : null;
    }
}
