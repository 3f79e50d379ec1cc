package org.redress.benchmarks.path;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Predicate;
import org.redress.launcher.Redress;

/** Walks one complaint after another down the path and takes the time of each step, as a client polling every 5 ms sees it. */
final class Walk {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PLATFORM = "qihui";
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final long POLL_MILLIS = 5;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Redress redress;
    private final String ops;

    Walk(Redress redress) {
        this.redress = redress;
        this.ops = redress.token("ops", PLATFORM, "ops-1");
    }

    /** Milliseconds: of the filing itself, and from its answer to each step. */
    record Steps(double answered, double triaged, double clocked, double texted, double told) {
        double slowest() {
            return Math.max(Math.max(triaged, clocked), Math.max(texted, told));
        }
    }

    Steps complaint() throws IOException, InterruptedException {
        String me = "u-" + UUID.randomUUID();
        String token = redress.token("complainant", PLATFORM, me);
        long sent = System.nanoTime();
        JsonNode filed = file(me, token);
        long answered = System.nanoTime();
        String id = filed.path("id").asText();
        // The message first: it is the last step; the others are done by then or waited for.
        double told = await(
                answered, "/api/v1/inbox", token, page -> !page.path("items").isEmpty());
        double texted = await(answered, "/api/v1/notifications?complaint=" + id, ops, Walk::sent);
        double triaged =
                await(answered, "/api/v1/triage/complaints/" + id, ops, result -> result.hasNonNull("severity"));
        double clocked = await(
                answered,
                "/api/v1/sla/complaints/" + id,
                ops,
                result -> !result.path("clocks").isEmpty());
        return new Steps(millis(sent, answered), triaged, clocked, texted, told);
    }

    private static boolean sent(JsonNode deliveries) {
        for (JsonNode delivery : deliveries.path("items")) {
            if (delivery.path("channel").asText().equals("SMS")) {
                return delivery.path("state").asText().equals("SENT");
            }
        }
        return false;
    }

    private JsonNode file(String me, String token) throws IOException, InterruptedException {
        var complaint = JSON.createObjectNode()
                .put("platform", PLATFORM)
                .put("orderNo", "B" + UUID.randomUUID().toString().substring(0, 12))
                .put("description", "付款成功，充值没有到账")
                .put("channel", "APP");
        complaint.putArray("demands").addObject().put("type", "REDELIVER");
        complaint.putObject("complainant").put("id", me).put("phone", "+8613800138000");
        var answer = http.send(
                request("/api/v1/complaints", token)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofString(complaint.toString()))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IllegalStateException("filing answered " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    private double await(long since, String path, String token, Predicate<JsonNode> there)
            throws IOException, InterruptedException {
        long end = since + LONGEST.toNanos();
        while (System.nanoTime() < end) {
            HttpResponse<String> answer = http.send(request(path, token).GET().build(), BodyHandlers.ofString());
            if (answer.statusCode() == 200 && there.test(JSON.readTree(answer.body()))) {
                return millis(since, System.nanoTime());
            }
            Thread.sleep(POLL_MILLIS);
        }
        throw new IllegalStateException("not within " + LONGEST + ": " + path);
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create(redress.frontDoor() + path))
                .header("Authorization", "Bearer " + token);
    }

    private static double millis(long from, long to) {
        return (to - from) / 1e6;
    }
}
