package org.redress.intake.sellingplatform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.redress.intake.sellingplatform.PlatformAnswer.Answered;
import org.redress.intake.sellingplatform.PlatformAnswer.NotSent;
import org.redress.intake.sellingplatform.PlatformAnswer.Unclear;
import org.redress.service.outgoing.OutgoingCalls;
import org.redress.service.outgoing.Reply;

/**
 * Calls the selling platforms. Whatever comes back is a {@link PlatformAnswer}, never an exception. A platform that mostly fails
 * is left alone for a while, and none gets more calls at once than the settings say; one platform's trouble holds up no other.
 * Nothing is repeated here: who calls has the call in a row of its own and knows what a repeat would do. Never to be called
 * within a transaction. Thread-safe.
 */
@Singleton
public class SellingPlatforms {
    private static final int LONGEST_ANSWER = 64 * 1024;
    private static final Set<Integer> NOT_NOW = Set.of(408, 425, 429);

    private final SellingPlatformSettings settings;
    private final ObjectMapper json;
    private final OutgoingCalls calls;
    private final PlatformGuards guards;
    private final MeterRegistry metrics;

    SellingPlatforms(
            SellingPlatformSettings settings, ObjectMapper json, PlatformGuards guards, MeterRegistry metrics) {
        this.settings = settings;
        this.json = json;
        this.guards = guards;
        this.metrics = metrics;
        this.calls = new OutgoingCalls(settings.connectTimeout(), settings.answerTimeout(), LONGEST_ANSWER);
    }

    /** Whether there is a backend to call at all. */
    public boolean connected() {
        return settings.url().isPresent();
    }

    /**
     * Looks something up.
     *
     * @param path below the platform, e.g. {@code orders} and the order's number; each is one segment, whatever it holds
     * @param parameters of the query
     */
    public PlatformAnswer get(String platform, List<String> path, Map<String, String> parameters) {
        return call(platform, path, parameters, HttpRequest.newBuilder().GET());
    }

    /**
     * Sends something.
     *
     * @param path below the platform
     * @param idempotencyKey names the thing, so that the platform can tell a repeat
     */
    public PlatformAnswer post(String platform, List<String> path, String idempotencyKey, ObjectNode body) {
        HttpRequest.Builder request = HttpRequest.newBuilder()
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
        return call(platform, path, Map.of(), request);
    }

    private PlatformAnswer call(
            String platform, List<String> path, Map<String, String> parameters, HttpRequest.Builder request) {
        URI base = settings.url().orElse(null);
        if (base == null) {
            return counted(platform, new NotSent("not connected", settings.breakerPause()));
        }
        if (path.stream().anyMatch(segment -> segment.isEmpty() || segment.equals(".") || segment.equals(".."))) {
            // Servers take these for directions, whatever way they are written; no thing of a platform is called so.
            return counted(platform, new Answered(404, MissingNode.getInstance()));
        }
        HttpRequest.Builder addressed = request.uri(uri(base, platform, path, parameters));
        return counted(platform, guards.guarded(platform, () -> read(calls.call(addressed))));
    }

    private PlatformAnswer counted(String platform, PlatformAnswer reply) {
        String outcome = reply.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        metrics.counter("redress.intake.platform.calls", "platform", platform, "outcome", outcome)
                .increment();
        return reply;
    }

    private PlatformAnswer read(Reply reply) {
        if (!(reply instanceof Reply.Answered answered)) {
            return new Unclear(((Reply.Nothing) reply).what(), Duration.ZERO);
        }
        int status = answered.status();
        boolean refused = status >= 400 && status < 500 && !NOT_NOW.contains(status);
        if (refused) {
            return new Answered(status, object(answered.body()));
        }
        if (status != 200 && status != 201) {
            return new Unclear("status " + status, answered.askedPause());
        }
        JsonNode body = object(answered.body());
        return body.isObject() ? new Answered(status, body) : new Unclear("no JSON object", Duration.ZERO);
    }

    /** The JSON object in the body, or a missing node. */
    private JsonNode object(byte[] body) {
        try {
            JsonNode node = json.readTree(body);
            return node != null && node.isObject() ? node : MissingNode.getInstance();
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    private static URI uri(URI base, String platform, List<String> path, Map<String, String> parameters) {
        String start = base.toString().replaceAll("/+$", "") + "/platforms/" + encoded(platform);
        String rest = path.stream().map(segment -> "/" + encoded(segment)).collect(Collectors.joining());
        String query = parameters.entrySet().stream()
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
        return URI.create(start + rest + (query.isEmpty() ? "" : "?" + query));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
