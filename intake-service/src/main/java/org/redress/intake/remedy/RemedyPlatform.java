package org.redress.intake.remedy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.redress.intake.privacy.Reference;
import org.redress.intake.sellingplatform.PlatformAnswer;
import org.redress.intake.sellingplatform.SellingPlatforms;

/**
 * Speaks of remedies with a platform's backend. What is not surely carried out, accepted, refused, left or absent is unclear;
 * an answer that is about another order or another amount is no answer. Thread-safe.
 */
@ApplicationScoped
class RemedyPlatform {
    private static final String REMEDIES = "remedies";
    private static final int LONGEST_REFERENCE = 128;
    private static final int CONFLICT = 409;
    private static final Pattern REASON = Pattern.compile("[A-Za-z0-9_.-]{1,64}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final SellingPlatforms platforms;
    private final ObjectMapper json;

    RemedyPlatform(SellingPlatforms platforms, ObjectMapper json) {
        this.platforms = platforms;
        this.json = json;
    }

    /** Sends the order; a platform recognises it by its id, should it have it already. */
    Verdict order(OrderToPlatform order) {
        ObjectNode body = json.createObjectNode()
                .put("remedyOrderId", order.id().toString())
                .put("complaintId", order.complaintId().toString())
                .put("orderNo", order.orderNo())
                .put("type", order.type())
                .put("dueAt", order.dueAt().toString())
                .put("orderedAt", order.orderedAt().toString());
        BigDecimal amount = order.amount();
        if (amount != null) {
            body.put("amount", amount.toPlainString()).put("currency", order.currency());
        }
        return read(
                order,
                platforms.post(order.platform(), List.of(REMEDIES), order.id().toString(), body),
                false);
    }

    /** Asks what became of the order. */
    Verdict lookUp(OrderToPlatform order) {
        List<String> path = List.of(REMEDIES, order.id().toString());
        return read(order, platforms.get(order.platform(), path, Map.of()), true);
    }

    /** Asks the platform to leave the order; one that it does not know yet it is to leave should it still arrive. */
    Verdict recall(OrderToPlatform order) {
        String id = order.id().toString();
        ObjectNode body = json.createObjectNode().put("remedyOrderId", id);
        List<String> path = List.of(REMEDIES, id, "cancellation");
        return read(order, platforms.post(order.platform(), path, id + "-cancellation", body), false);
    }

    private static Verdict read(OrderToPlatform order, PlatformAnswer answer, boolean lookUp) {
        if (answer instanceof PlatformAnswer.NotSent nothing) {
            return new Verdict.NotSent(nothing.what(), nothing.pause());
        }
        if (answer instanceof PlatformAnswer.Unclear unclear) {
            return new Verdict.Unclear(unclear.what(), unclear.pause());
        }
        var answered = (PlatformAnswer.Answered) answer;
        if (answered.good()) {
            return said(order, answered.body());
        }
        if (lookUp && answered.absent()) {
            return new Verdict.Absent();
        }
        return lookUp || answered.status() == CONFLICT
                ? unclear("status " + answered.status())
                : new Verdict.Refused(reason(answered.body(), "HTTP_" + answered.status()));
    }

    private static Verdict said(OrderToPlatform order, JsonNode body) {
        if (!order.id().toString().equals(body.path("remedyOrderId").asText())) {
            return unclear("another order");
        }
        if (!sameAmount(order, body)) {
            return unclear("another amount");
        }
        return switch (body.path("state").asText()) {
            case "EXECUTED" -> executed(body);
            case "ACCEPTED" -> new Verdict.Accepted(reference(body));
            case "CANCELLED" -> new Verdict.Cancelled();
            case "REFUSED" -> new Verdict.Refused(reason(body, "REFUSED"));
            default -> unclear("no state");
        };
    }

    private static Verdict executed(JsonNode body) {
        String reference = reference(body);
        if (reference == null) {
            return unclear("no proof");
        }
        String receipt = body.path("receiptSha256").asText();
        boolean hash = SHA256.matcher(receipt).matches();
        return new Verdict.Executed(reference, instant(body.path("executedAt").asText()), hash ? receipt : null);
    }

    /** A platform that repeats the amount or its currency repeats it exactly; {@code 100} is {@code 100.00}. */
    private static boolean sameAmount(OrderToPlatform order, JsonNode body) {
        String unit = body.path("currency").asText("");
        if (!unit.isEmpty() && order.currency() != null && !unit.equals(order.currency())) {
            return false;
        }
        String said = body.path("amount").asText("");
        if (said.isEmpty()) {
            return true;
        }
        BigDecimal amount = order.amount();
        try {
            return amount != null && said.length() < 40 && new BigDecimal(said).compareTo(amount) == 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static @Nullable String reference(JsonNode body) {
        String text = body.path("reference").asText("").strip();
        boolean printable = text.chars().noneMatch(Character::isISOControl);
        return text.isEmpty() || !printable || text.length() > LONGEST_REFERENCE ? null : Reference.of(text);
    }

    private static String reason(JsonNode body, String otherwise) {
        String text = body.path("reason").asText("");
        return REASON.matcher(text).matches() ? text : otherwise;
    }

    private static @Nullable Instant instant(String text) {
        try {
            return text.isEmpty() ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static Verdict unclear(String what) {
        return new Verdict.Unclear(what, Duration.ZERO);
    }
}
