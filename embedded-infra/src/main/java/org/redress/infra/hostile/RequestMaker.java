package org.redress.infra.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.redress.infra.hostile.Wire.Sent;
import org.redress.infra.openapi.ApiDocument;
import org.redress.infra.openapi.ApiDocument.ApiOperation;
import org.redress.infra.openapi.SchemaSamples;

/** Makes requests that are hardly ever good, but by callers with good tokens; the same ones for the same values. */
final class RequestMaker {
    /** Beyond some thousands the HTTP layer itself ends the connection with 414. */
    private static final int LONGEST_IN_AN_ADDRESS = 500;

    static final String KEY = "Idempotency-Key";

    private static final String JSON = "application/json";
    private static final String FORM = "multipart/form-data";
    private static final List<String> OTHER_METHODS = List.of("PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE");
    private static final List<String> OTHER_TYPES = List.of(
            "text/plain", "application/xml", JSON + "; charset=utf-16", FORM + "; boundary=x", FORM, "a/b", "?");
    private static final List<String> OTHER_ACCEPTED = List.of("text/html", "a", "*/*;q=x", "application/xml");

    private final ApiDocument document;
    private final SchemaSamples samples;
    private final HostileValues hostile;

    RequestMaker(ApiDocument document, HostileValues hostile) {
        this.document = document;
        this.samples = new SchemaSamples(document);
        this.hostile = hostile;
    }

    /** A request to that operation or, now and then, by another method to its address. */
    Sent request(ApiOperation operation, Scene scene, Callers callers) {
        String own = operation.verb().toUpperCase(Locale.ROOT);
        String method = hostile.below(30) == 0 ? hostile.one(OTHER_METHODS) : own;
        String role = operation.isPublic() ? "complainant" : hostile.one(operation.roles());
        Map<String, List<String>> headers = headers();
        headers.put("Authorization", List.of("Bearer " + callers.token(role)));
        byte[] body = new byte[0];
        if (!List.of("GET", "HEAD", "OPTIONS", "TRACE").contains(method)) {
            boolean form = operation.node().path("requestBody").path("content").has(FORM) && hostile.below(4) > 0;
            String type = form ? FORM + "; boundary=x" : JSON;
            headers.put("Content-Type", List.of(hostile.below(15) == 0 ? hostile.one(OTHER_TYPES) : type));
            body = form
                    ? hostile.form("x")
                    : hostile.body(samples.body(operation).orElse(null));
        }
        return new Sent(method, path(operation, scene), headers, body);
    }

    private Map<String, List<String>> headers() {
        Map<String, List<String>> headers = new TreeMap<>();
        boolean badKey = hostile.below(6) == 0;
        headers.put(
                KEY,
                List.of(badKey ? printable(hostile.text()) : UUID.randomUUID().toString()));
        for (String name : List.of("If-Match", "If-None-Match", "Accept-Language", "Range", "X-Request-Id")) {
            if (hostile.below(8) == 0) {
                headers.put(name, List.of(printable(hostile.text())));
            }
        }
        if (hostile.below(20) == 0) {
            headers.put("Accept", List.of(hostile.one(OTHER_ACCEPTED)));
        }
        return headers;
    }

    /** A header cannot hold line ends; no client of HTTP can send one. */
    private static String printable(String text) {
        return text.replaceAll("[^\\x20-\\x7e]", "?").strip();
    }

    private String path(ApiOperation operation, Scene scene) {
        var path = new StringBuilder();
        for (String segment : operation.path().substring(1).split("/", -1)) {
            path.append('/').append(segment.startsWith("{") ? variable(segment, scene) : segment);
        }
        String separator = "?";
        for (JsonNode parameter : operation.node().path("parameters")) {
            JsonNode resolved = document.resolve(parameter);
            if (resolved.path("in").asText().equals("query") && hostile.below(3) == 0) {
                path.append(separator).append(resolved.path("name").asText());
                path.append('=').append(encoded(line()));
                separator = "&";
            }
        }
        return hostile.below(25) == 0 ? path + separator + "unheardOf=1" : path.toString();
    }

    private String line() {
        String text = hostile.text();
        return text.length() > LONGEST_IN_AN_ADDRESS ? "long" : text;
    }

    private String variable(String segment, Scene scene) {
        String good = scene.variables().get(segment.replaceAll("[{}]", ""));
        if (good != null && hostile.below(4) > 0) {
            return good;
        }
        String text = line();
        return text.isEmpty() || text.contains("/") || text.contains(".") ? "x" : encoded(text);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
