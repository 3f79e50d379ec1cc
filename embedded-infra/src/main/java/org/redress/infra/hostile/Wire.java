package org.redress.infra.hostile;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;

/** Sends a request to the letter, as no well-behaved client would. Thread-safe. */
final class Wire {
    /** Whoever needs longer hangs. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final Pattern A_KEY = Pattern.compile("[0-9a-f-]{36}");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI service;

    Wire(URI service) {
        this.service = service;
    }

    /** A request; {@code path} with its query, escaped. */
    @SuppressWarnings("ArrayRecordComponent") // sent, never compared
    record Sent(String method, String path, Map<String, List<String>> headers, byte[] body) {
        String pathAlone() {
            return path.replaceFirst("\\?.*", "");
        }

        /** The same, so that it is not answered from what was remembered of it. A key that is refused for itself stays. */
        Sent underANewKey() {
            var renewed = new TreeMap<>(headers);
            renewed.computeIfPresent(
                    RequestMaker.KEY,
                    (name, keys) -> keys.stream()
                            .map(key -> A_KEY.matcher(key).matches()
                                    ? UUID.randomUUID().toString()
                                    : key)
                            .toList());
            return new Sent(method, path, renewed, body);
        }

        @Override
        public String toString() {
            String text = new String(body, StandardCharsets.UTF_8);
            var shown = new TreeMap<>(headers);
            shown.remove("Authorization");
            return "%s %s %s %s".formatted(method, path, shown, text.substring(0, Math.min(text.length(), 2_000)));
        }
    }

    /**
     * The answer to a request.
     *
     * @throws IOException when there is none in time
     */
    HttpResponse<String> send(Sent request) throws IOException {
        var built = HttpRequest.newBuilder(URI.create(service + request.path()))
                .timeout(PATIENCE)
                .method(request.method(), HttpRequest.BodyPublishers.ofByteArray(request.body()));
        request.headers().forEach((name, values) -> values.forEach(value -> built.header(name, value)));
        try {
            return http.send(built.build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
