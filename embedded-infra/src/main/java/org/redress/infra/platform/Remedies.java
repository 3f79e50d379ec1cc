package org.redress.infra.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A platform's orders of remedies. Thread-safe. */
final class Remedies {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String platform;
    private final List<Effect> effects;
    private final Map<String, ObjectNode> known = new HashMap<>();
    private boolean lookingCarriesOut;

    Remedies(String platform, List<Effect> effects) {
        this.platform = platform;
        this.effects = effects;
    }

    /** Whether what was accepted is carried out by the time somebody looks. */
    synchronized void lookingCarriesOut(boolean whether) {
        lookingCarriesOut = whether;
    }

    /** Takes an order; one that came already is carried out again, one that was taken back before it came is left. */
    synchronized void take(String id, String key, ObjectNode order, Mood mood) {
        ObjectNode before = known.get(id);
        if (before != null && state(before).equals("CANCELLED")) {
            return;
        }
        known.put(id, order);
        if (mood == Mood.REFUSE) {
            order.put("state", "REFUSED").put("reason", "ACCOUNT_CLOSED");
        } else if (mood == Mood.ACCEPT) {
            order.put("state", "ACCEPTED");
        } else {
            execute(id, key, order);
        }
    }

    /** Carries out one that was accepted, or that nobody ordered. */
    synchronized void carryOut(String id, String amount) {
        execute(id, "", known.computeIfAbsent(id, key -> bare(id).put("amount", amount)));
    }

    /** Takes one back, or sees to it that it is not taken should it still come. */
    synchronized void leave(String id) {
        ObjectNode order = known.computeIfAbsent(id, key -> bare(id));
        if (!state(order).equals("EXECUTED")) {
            order.put("state", "CANCELLED");
        }
    }

    /** One as it is answered; null if it is not known. */
    synchronized @Nullable ObjectNode answered(String id, boolean lookedUp) {
        ObjectNode order = known.get(id);
        if (order == null) {
            return null;
        }
        if (lookedUp && lookingCarriesOut && state(order).equals("ACCEPTED")) {
            execute(id, "", order);
        }
        return order.deepCopy();
    }

    private void execute(String id, String key, ObjectNode order) {
        order.put("state", "EXECUTED")
                .put("reference", "RM-" + id.substring(24))
                .put("executedAt", "2026-11-22T08:00:00+08:00")
                .put("receiptSha256", "ab".repeat(32));
        effects.add(new Effect(platform, id, key, order.deepCopy()));
    }

    private static ObjectNode bare(String id) {
        return JSON.createObjectNode().put("remedyOrderId", id);
    }

    private static String state(ObjectNode order) {
        return order.path("state").asText();
    }
}
