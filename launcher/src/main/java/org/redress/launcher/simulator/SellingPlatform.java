package org.redress.launcher.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.redress.launcher.simulator.SimulatorServer.Answer;

/**
 * A simulated backend of the selling platforms, which freezes accounts, knows orders and carries remedies out. It recognises a
 * repeated freeze by its {@code freezeId}, a repeated remedy by its {@code remedyOrderId}, and answers it again; the ledgers note
 * each one it got, so that needless repeats show.
 *
 * <ul>
 *   <li>{@code POST /platforms/{platform}/freezes {freezeId, complaintId, accountId, reason, orderedAt}} answers 201, a repeat 200,
 *       with {@code {freezeId, reference}}
 *   <li>{@code GET /platforms/{platform}/freezes/{freezeId}} answers the same, or 404
 *   <li>{@code GET /freezes} answers {@code {items}}, every freeze order it ever got
 *   <li>{@code GET /platforms/{platform}/orders/{orderNo}?account=} answers an order, see {@link OrderRoutes}
 *   <li>{@code POST /platforms/{platform}/remedies {remedyOrderId, complaintId, orderNo, type, amount?, currency?, dueAt, orderedAt}}
 *       answers 201, a repeat 200, with {@code {remedyOrderId, state, reference?, executedAt?, receiptSha256?, reason?}}, see
 *       {@link RemedyRoutes}
 *   <li>{@code GET /platforms/{platform}/remedies/{remedyOrderId}} answers the same, or 404; {@code POST …/cancellation} has it left
 *   <li>{@code GET /remedies} answers {@code {items}}, every call about a remedy
 *   <li>{@code PUT /faults {mode, times?}} makes it misbehave at sending requests, see {@link FaultMode};
 *       {@code PUT /faults/orders} at looking orders up
 * </ul>
 *
 * <p>Thread-safe.
 */
public final class SellingPlatform implements AutoCloseable, Routes {
    private final Ledger freezes;
    private final Ledger remedies;
    private final OrderRoutes orders;
    private final RemedyRoutes remedyRoutes;
    /** Asked in this order; the first that knows the path answers. */
    private final List<Routes> routes;

    private final SimulatorServer server;

    /**
     * Starts the backend.
     *
     * @param directory where its ledger is kept
     */
    public SellingPlatform(Path directory, int port, Clock clock) throws IOException {
        this.freezes = Ledger.open(directory.resolve("platform.jsonl"));
        this.remedies = Ledger.open(directory.resolve("remedies.jsonl"));
        this.orders = new OrderRoutes();
        this.remedyRoutes = new RemedyRoutes(remedies, clock);
        this.routes = List.of(new FreezeRoutes(freezes, clock), orders, remedyRoutes);
        this.server = SimulatorServer.start("selling-platform", port, this);
    }

    /** Its base URL. */
    public String url() {
        return server.url();
    }

    /** What goes wrong at it when something is sent. */
    public Faults faults() {
        return server.faults();
    }

    /** What goes wrong at it when an order is looked up. */
    public Faults orderFaults() {
        return orders.faults();
    }

    /** Every freeze order it ever got, repeats included, oldest first. */
    public List<JsonNode> orders() {
        return freezes.all();
    }

    /** The orders it got for one freeze. */
    public List<JsonNode> orders(String freezeId) {
        return freezes.where("freezeId", freezeId);
    }

    /** Every call about a remedy, and what it did, oldest first. */
    public List<JsonNode> remedies() {
        return remedies.all();
    }

    @Override
    public @Nullable Answer accept(List<String> path, ObjectNode body) throws IOException {
        for (Routes part : routes) {
            Answer answer = part.accept(path, body);
            if (answer != null) {
                return answer;
            }
        }
        return null;
    }

    @Override
    public @Nullable Answer find(List<String> path) {
        return find(path, Map.of());
    }

    @Override
    public @Nullable Answer find(List<String> path, Map<String, String> parameters) {
        return routes.stream()
                .map(part -> part.find(path, parameters))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    @Override
    public @Nullable Faults lookUpFaults(List<String> path) {
        return routes.stream()
                .map(part -> part.lookUpFaults(path))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    @Override
    public @Nullable Faults faults(String name) {
        return routes.stream()
                .map(part -> part.faults(name))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    @Override
    public ObjectNode lie(ObjectNode answer) {
        return remedyRoutes.isAbout(answer) ? remedyRoutes.lie(answer) : orders.lie(answer);
    }

    @Override
    public void close() throws IOException {
        server.close();
        freezes.close();
        remedies.close();
    }
}
