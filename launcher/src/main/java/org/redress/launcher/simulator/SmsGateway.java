package org.redress.launcher.simulator;

import static org.redress.launcher.simulator.SimulatorServer.JSON;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.launcher.simulator.SimulatorServer.Answer;

/**
 * A simulated SMS gateway. Like the real ones it does not recognise a repeated request: each accepted {@code POST} is one SMS
 * more, which is what makes a sender's mistake visible in {@link #accepted()}.
 *
 * <ul>
 *   <li>{@code POST /messages {outId, to, template, params, text}} answers 202 {@code {messageId}}
 *   <li>{@code GET /messages/{outId}} answers the first message accepted under that id with {@code count}, or 404
 *   <li>{@code GET /messages} answers {@code {items}}, all that was ever accepted
 *   <li>{@code PUT /faults {mode, times?}} makes it misbehave, see {@link FaultMode}
 * </ul>
 *
 * <p>Thread-safe.
 */
public final class SmsGateway implements AutoCloseable, Routes {
    private final Ledger ledger;
    private final Clock clock;
    private final SimulatorServer server;

    /**
     * Starts the gateway.
     *
     * @param directory where its ledger is kept
     */
    public SmsGateway(Path directory, int port, Clock clock) throws IOException {
        this.ledger = Ledger.open(directory.resolve("sms.jsonl"));
        this.clock = clock;
        this.server = SimulatorServer.start("sms-gateway", port, this);
    }

    /** Its base URL. */
    public String url() {
        return server.url();
    }

    /** What goes wrong at it. */
    public Faults faults() {
        return server.faults();
    }

    /** Every SMS it ever accepted, oldest first. */
    public List<JsonNode> accepted() {
        return ledger.all();
    }

    /** The messages accepted under one id of the sender; more than one means that someone got it twice. */
    public List<JsonNode> accepted(String outId) {
        return ledger.where("outId", outId);
    }

    @Override
    public @Nullable Answer accept(List<String> path, ObjectNode body) throws IOException {
        if (!path.equals(List.of("messages"))) {
            return null;
        }
        if (body.path("outId").asText().isBlank() || body.path("to").asText().isBlank()) {
            return new Answer(422, SimulatorServer.problem("outId and to are needed"));
        }
        String messageId = UUID.randomUUID().toString();
        ObjectNode entry = body.deepCopy();
        ledger.add(entry.put("messageId", messageId)
                .put("acceptedAt", clock.instant().toString()));
        return new Answer(202, JSON.createObjectNode().put("messageId", messageId));
    }

    @Override
    public @Nullable Answer find(List<String> path) {
        if (path.equals(List.of("messages"))) {
            ObjectNode page = JSON.createObjectNode();
            page.putArray("items").addAll(ledger.all());
            return new Answer(200, page);
        }
        if (path.size() != 2 || !path.get(0).equals("messages")) {
            return null;
        }
        List<JsonNode> found = accepted(path.get(1));
        return found.isEmpty()
                ? null
                : new Answer(
                        200,
                        ((ObjectNode) found.get(0)).put("status", "DELIVERED").put("count", found.size()));
    }

    @Override
    public void close() throws IOException {
        server.close();
        ledger.close();
    }
}
