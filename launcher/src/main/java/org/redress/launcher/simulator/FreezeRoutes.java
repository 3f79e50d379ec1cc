package org.redress.launcher.simulator;

import static org.redress.launcher.simulator.SimulatorServer.JSON;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.launcher.simulator.SimulatorServer.Answer;

/** The part of {@link SellingPlatform} that freezes accounts. Thread-safe. */
final class FreezeRoutes implements Routes {
    private final Ledger ledger;
    private final Clock clock;

    FreezeRoutes(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public synchronized @Nullable Answer accept(List<String> path, ObjectNode body) throws IOException {
        if (!isFreezes(path) || path.size() != 3) {
            return null;
        }
        String freezeId = body.path("freezeId").asText();
        if (freezeId.isBlank()) {
            return new Answer(422, SimulatorServer.problem("freezeId is needed"));
        }
        List<JsonNode> before = of(path.get(1), freezeId);
        String reference = before.isEmpty()
                ? "FZ-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT)
                : before.get(0).path("reference").asText();
        ObjectNode entry = body.deepCopy();
        ledger.add(entry.put("platform", path.get(1))
                .put("reference", reference)
                .put("acceptedAt", clock.instant().toString()));
        return new Answer(before.isEmpty() ? 201 : 200, confirmation(freezeId, reference));
    }

    @Override
    public @Nullable Answer find(List<String> path) {
        if (path.equals(List.of("freezes"))) {
            ObjectNode page = JSON.createObjectNode();
            page.putArray("items").addAll(ledger.all());
            return new Answer(200, page);
        }
        if (!isFreezes(path) || path.size() != 4) {
            return null;
        }
        return of(path.get(1), path.get(3)).stream()
                .findFirst()
                .map(order -> new Answer(
                        200, confirmation(path.get(3), order.path("reference").asText())))
                .orElse(null);
    }

    private List<JsonNode> of(String platform, String freezeId) {
        return ledger.where("freezeId", freezeId).stream()
                .filter(order -> order.path("platform").asText().equals(platform))
                .toList();
    }

    private static boolean isFreezes(List<String> path) {
        return path.size() >= 3
                && path.get(0).equals("platforms")
                && path.get(2).equals("freezes");
    }

    private static ObjectNode confirmation(String freezeId, String reference) {
        return JSON.createObjectNode().put("freezeId", freezeId).put("reference", reference);
    }
}
