package org.redress.launcher.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * What the outside world accepted, in the order it did: one JSON object a line in a file, so that it survives the launcher.
 * An entry is in the file before its request is answered. Thread-safe.
 */
public final class Ledger implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Kept as text, a third of what the parsed form takes. */
    private final List<String> entries = new ArrayList<>();

    private final OutputStream out;

    private Ledger(OutputStream out) {
        this.out = out;
    }

    /** Opens the ledger and reads what it holds; a last line torn by a crash is cut off. */
    static Ledger open(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var entries = new ArrayList<String>();
        if (Files.exists(file)) {
            byte[] content = Files.readAllBytes(file);
            int whole = content.length;
            while (whole > 0 && content[whole - 1] != '\n') {
                whole--;
            }
            new String(content, 0, whole, StandardCharsets.UTF_8).lines().forEach(entries::add);
            try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(whole);
            }
        }
        var ledger = new Ledger(Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
        ledger.entries.addAll(entries);
        return ledger;
    }

    /** Adds an entry. */
    synchronized void add(ObjectNode entry) throws IOException {
        String line = entry.toString();
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
        entries.add(line);
    }

    /** All entries whose field has that value, oldest first. */
    public synchronized List<JsonNode> where(String field, String value) {
        String wanted = JSON.createObjectNode().put(field, value).toString();
        String part = wanted.substring(1, wanted.length() - 1);
        return entries.stream()
                .filter(line -> line.contains(part))
                .map(Ledger::parse)
                .filter(entry -> entry.path(field).asText().equals(value))
                .toList();
    }

    /** All entries, oldest first. */
    public synchronized List<JsonNode> all() {
        return entries.stream().map(Ledger::parse).toList();
    }

    @Override
    public synchronized void close() throws IOException {
        out.close();
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the ledger holds a line that is no JSON: " + line, e);
        }
    }
}
