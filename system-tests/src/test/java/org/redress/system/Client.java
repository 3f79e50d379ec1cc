package org.redress.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.redress.infra.openapi.ApiContract;
import org.redress.infra.openapi.ApiContract.Answered;
import org.redress.launcher.Redress;

/**
 * A client as a stranger would write one: the front door, a token, JSON. Every answer is compared with the front door's OpenAPI
 * document; one that it does not promise fails the test.
 */
final class Client {
    static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Redress redress;
    private final ApiContract contract;

    Client(Redress redress) {
        this.redress = redress;
        this.contract = ApiContract.at(redress.frontDoor());
    }

    /** What came back: the status and the body, if it was JSON. */
    record Answer(int status, JsonNode body) {
        String text(String field) {
            return body.path(field).asText("");
        }
    }

    Answer get(String path, String token) {
        return send(request(path, token).GET());
    }

    Answer post(String path, String token, JsonNode body) {
        return post(path, token, body, UUID.randomUUID().toString());
    }

    Answer post(String path, String token, JsonNode body, String key) {
        return send(request(path, token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body.toString())));
    }

    String token(String role, String platform, String subject) {
        return redress.token(role, platform, subject);
    }

    /** All items of a list, page by page. */
    List<JsonNode> items(String path, String token) {
        var items = new ArrayList<JsonNode>();
        String cursor = "";
        do {
            String next = path + (path.contains("?") ? "&" : "?") + "limit=100"
                    + (cursor.isEmpty() ? "" : "&cursor=" + cursor);
            JsonNode page = get(next, token).body();
            page.path("items").forEach(items::add);
            cursor = page.path("next").asText("");
        } while (!cursor.isEmpty() && !"null".equals(cursor));
        return items;
    }

    /** A complaint as a platform's frontend would file it. */
    static ObjectNode complaint(String platform, String complainant, String description) {
        ObjectNode complaint = JSON.createObjectNode()
                .put("platform", platform)
                .put("orderNo", "T" + UUID.randomUUID().toString().substring(0, 12))
                .put("description", description)
                .put("amount", "100.00")
                .put("currency", "CNY")
                .put("channel", "APP");
        complaint
                .putArray("demands")
                .addObject()
                .put("type", "REFUND")
                .put("amount", "100.00")
                .put("currency", "CNY");
        complaint.putObject("complainant").put("id", complainant).put("phone", "+8613800138000");
        return complaint;
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create(redress.frontDoor() + path))
                .timeout(Duration.ofSeconds(20))
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpRequest built = request.build();
            var answer = http.send(built, BodyHandlers.ofString());
            compare(built, answer);
            return new Answer(answer.statusCode(), json(answer.body()));
        } catch (IOException e) {
            return new Answer(0, JSON.createObjectNode().put("error", String.valueOf(e)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void compare(HttpRequest request, HttpResponse<String> answer) {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        List<String> faults = contract.faults(
                request.method(), request.uri().getPath(), new Answered(answer.statusCode(), type, answer.body()));
        if (!faults.isEmpty()) {
            throw new AssertionError(String.join("\n", faults));
        }
    }

    private static JsonNode json(String body) {
        try {
            return body.isBlank() ? JSON.nullNode() : JSON.readTree(body);
        } catch (IOException e) {
            return JSON.getNodeFactory().textNode(body);
        }
    }
}
