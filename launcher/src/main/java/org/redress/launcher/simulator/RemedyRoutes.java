package org.redress.launcher.simulator;

import static org.redress.launcher.simulator.SimulatorServer.JSON;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.launcher.simulator.SimulatorServer.Answer;

/**
 * The part of {@link SellingPlatform} that carries remedies out. It recognises a repeated order by its {@code remedyOrderId}, carries
 * it out once and answers as it stands; the ledger notes each call, and what it did. How the order's number begins says how
 * the platform takes it:
 *
 * <ul>
 *   <li>{@code LATER-}: accepted, and carried out five seconds later
 *   <li>{@code NEVER-}: accepted, and never carried out
 *   <li>{@code REFUSED-}: refused, for a reason
 *   <li>anything else: carried out at once
 * </ul>
 *
 * An order that is cancelled before it came is not carried out when it comes. Thread-safe.
 */
final class RemedyRoutes implements Routes {
    private static final Duration LATER = Duration.ofSeconds(5);
    private static final int ID = 3;

    private final Ledger ledger;
    private final Clock clock;

    RemedyRoutes(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public synchronized @Nullable Answer accept(List<String> path, ObjectNode body) throws IOException {
        if (!isRemedies(path)) {
            return null;
        }
        if (path.size() == ID) {
            return order(path.get(1), body);
        }
        boolean cancels = path.size() == 5 && path.get(4).equals("cancellation");
        return cancels ? cancel(path.get(1), path.get(ID)) : null;
    }

    @Override
    public synchronized @Nullable Answer find(List<String> path) {
        if (path.equals(List.of("remedies"))) {
            ObjectNode page = JSON.createObjectNode();
            page.putArray("items").addAll(ledger.all());
            return new Answer(200, page);
        }
        if (!isRemedies(path) || path.size() != 4) {
            return null;
        }
        ObjectNode now = standing(path.get(1), path.get(ID));
        return now == null ? null : new Answer(200, answer(now));
    }

    /** About another order, of less than nothing. */
    @Override
    public ObjectNode lie(ObjectNode answer) {
        return answer.deepCopy().put("remedyOrderId", "somebody-elses").put("amount", "-1.00");
    }

    /** Whether an answer is one of this part. */
    boolean isAbout(ObjectNode answer) {
        return answer.has("remedyOrderId");
    }

    private Answer order(String platform, ObjectNode body) throws IOException {
        String id = body.path("remedyOrderId").asText();
        if (id.isBlank() || body.path("type").asText().isBlank()) {
            return new Answer(422, SimulatorServer.problem("remedyOrderId and type are needed"));
        }
        ObjectNode before = standing(platform, id);
        if (before != null) {
            note(before.deepCopy(), "REPEATED");
            return new Answer(200, answer(before));
        }
        ObjectNode entry = body.deepCopy().put("platform", platform);
        String orderNo = body.path("orderNo").asText();
        if (orderNo.startsWith("REFUSED-")) {
            return new Answer(
                    201, answer(note(entry.put("state", "REFUSED").put("reason", "ACCOUNT_CLOSED"), "REFUSED")));
        }
        entry.put(
                "reference",
                "RM-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT));
        boolean waits = orderNo.startsWith("LATER-") || orderNo.startsWith("NEVER-");
        ObjectNode done = waits ? note(entry.put("state", "ACCEPTED"), "ACCEPTED") : carryOut(entry);
        return new Answer(201, answer(done));
    }

    private Answer cancel(String platform, String id) throws IOException {
        ObjectNode before = standing(platform, id);
        if (before == null) {
            ObjectNode entry = JSON.createObjectNode().put("remedyOrderId", id).put("platform", platform);
            return new Answer(200, answer(note(entry.put("state", "CANCELLED"), "CANCELLED")));
        }
        if (before.path("state").asText().equals("ACCEPTED")) {
            return new Answer(200, answer(note(before.deepCopy().put("state", "CANCELLED"), "CANCELLED")));
        }
        return new Answer(200, answer(before));
    }

    /** The order as it stands; what was accepted for later is carried out when its time has come. */
    private @Nullable ObjectNode standing(String platform, String id) {
        List<JsonNode> entries = ledger.where("remedyOrderId", id).stream()
                .filter(entry -> entry.path("platform").asText().equals(platform))
                .toList();
        if (entries.isEmpty()) {
            return null;
        }
        ObjectNode last = (ObjectNode) entries.get(entries.size() - 1);
        boolean due = last.path("state").asText().equals("ACCEPTED")
                && last.path("orderNo").asText().startsWith("LATER-")
                && !clock.instant()
                        .isBefore(Instant.parse(last.path("at").asText()).plus(LATER));
        try {
            return due ? carryOut(last.deepCopy()) : last;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode carryOut(ObjectNode entry) throws IOException {
        String at = clock.instant().toString();
        String receipt = entry.path("remedyOrderId").asText() + " "
                + entry.path("amount").asText() + " " + at;
        return note(
                entry.put("state", "EXECUTED").put("executedAt", at).put("receiptSha256", sha256(receipt)), "EXECUTED");
    }

    private ObjectNode note(ObjectNode entry, String did) throws IOException {
        boolean later = did.equals("REPEATED");
        ledger.add(entry.put("did", did)
                .put("at", later ? entry.path("at").asText() : clock.instant().toString()));
        return entry;
    }

    private static boolean isRemedies(List<String> path) {
        return path.size() >= ID
                && path.get(0).equals("platforms")
                && path.get(2).equals("remedies");
    }

    private static ObjectNode answer(ObjectNode entry) {
        ObjectNode answer = JSON.createObjectNode();
        for (String field : List.of(
                "remedyOrderId", "state", "reference", "amount", "currency", "executedAt", "receiptSha256", "reason")) {
            if (entry.hasNonNull(field)) {
                answer.set(field, entry.get(field));
            }
        }
        return answer;
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
