package org.redress.triage.freeze;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.service.outgoing.OutgoingCalls;
import org.redress.service.outgoing.Reply;
import org.redress.triage.freeze.FreezeQueue.Claimed;
import org.redress.triage.freeze.PlatformAnswer.Absent;
import org.redress.triage.freeze.PlatformAnswer.Done;
import org.redress.triage.freeze.PlatformAnswer.Refused;
import org.redress.triage.freeze.PlatformAnswer.Unclear;

/**
 * Talks to a platform's backend over HTTP. Whatever comes back is an answer, never an exception: what is not surely done,
 * refused or absent is unclear. Bounded in time and size, follows no redirect. Thread-safe.
 */
@Singleton
class PlatformBackend {

    private static final int LONGEST_ANSWER = 16 * 1024;
    private static final int LONGEST_REFERENCE = 200;

    private final ObjectMapper json;
    private final FreezeSettings settings;
    private final OutgoingCalls calls;

    PlatformBackend(ObjectMapper json, FreezeSettings settings) {
        this.json = json;
        this.settings = settings;
        this.calls = new OutgoingCalls(settings.connectTimeout(), settings.answerTimeout(), LONGEST_ANSWER);
    }

    /** Sends the order. {@link Absent} is no answer to it. */
    PlatformAnswer order(Claimed freeze) {
        String body = json.createObjectNode()
                .put("freezeId", freeze.id().toString())
                .put("complaintId", freeze.complaintId().toString())
                .put("accountId", freeze.accountId())
                .put("reason", freeze.reason())
                .put("orderedAt", freeze.orderedAt().toString())
                .toString();
        return call(
                freeze.id(),
                false,
                HttpRequest.newBuilder(uri(freeze.platform(), ""))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", freeze.id().toString())
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Asks whether the order is known. {@link Refused} is no answer to it. */
    PlatformAnswer lookUp(Claimed freeze) {
        return call(
                freeze.id(),
                true,
                HttpRequest.newBuilder(uri(freeze.platform(), "/" + freeze.id()))
                        .GET());
    }

    private URI uri(String platform, String rest) {
        String base = settings.platformUrl().toString().replaceAll("/+$", "");
        return URI.create(
                base + "/platforms/" + URLEncoder.encode(platform, StandardCharsets.UTF_8) + "/freezes" + rest);
    }

    private PlatformAnswer call(UUID freezeId, boolean lookUp, HttpRequest.Builder request) {
        Reply reply = calls.call(request);
        if (reply instanceof Reply.Answered answered) {
            return read(answered, freezeId, lookUp);
        }
        return new Unclear(((Reply.Nothing) reply).what(), Duration.ZERO);
    }

    private PlatformAnswer read(Reply.Answered answer, UUID freezeId, boolean lookUp) {
        int status = answer.status();
        if (status == 200 || (status == 201 && !lookUp)) {
            return confirmation(answer.body(), freezeId);
        }
        if (lookUp && status == 404) {
            return new Absent();
        }
        boolean mayPass = status == 408 || status == 409 || status == 425 || status == 429;
        if (!lookUp && status >= 400 && status < 500 && !mayPass) {
            return new Refused(status);
        }
        return new Unclear("status " + status, answer.askedPause());
    }

    private PlatformAnswer confirmation(byte[] body, UUID freezeId) {
        try {
            JsonNode node = json.readTree(body);
            if (node != null && freezeId.toString().equals(node.path("freezeId").asText())) {
                return new Done(reference(node.path("reference")));
            }
            return new Unclear("another freeze", Duration.ZERO);
        } catch (IOException e) {
            return new Unclear("not JSON", Duration.ZERO);
        }
    }

    /** What names nothing is no reference: an event with it could be read by nobody. */
    private static @Nullable String reference(JsonNode node) {
        String text = node.isTextual() ? node.asText().strip() : "";
        if (text.isEmpty() || text.chars().anyMatch(Character::isISOControl)) {
            return null;
        }
        return text.length() <= LONGEST_REFERENCE ? text : text.substring(0, LONGEST_REFERENCE);
    }
}
