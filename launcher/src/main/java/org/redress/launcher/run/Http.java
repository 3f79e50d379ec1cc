package org.redress.launcher.run;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The launcher's few requests to its own processes; they answer at once or not at all. */
public final class Http {
    private static final int CONNECT_MILLIS = 500;
    private static final int READ_MILLIS = 10_000;
    private static final int MOST_BYTES = 1 << 20;

    private Http() {}

    /** A response. */
    public record Answer(int status, String body) {}

    /** Sends a {@code GET}. */
    public static Answer get(String url, Map<String, String> headers) throws IOException {
        return send("GET", url, headers, null);
    }

    /** Sends a {@code POST} of JSON. */
    public static Answer post(String url, Map<String, String> headers, String json) throws IOException {
        return send("POST", url, headers, json);
    }

    /** Whether a {@code GET} answers 200. */
    public static boolean isOk(String url) {
        try {
            return get(url, Map.of()).status() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static Answer send(String method, String url, Map<String, String> headers, @Nullable String json)
            throws IOException {
        var connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
        connection.setRequestMethod(method);
        connection.setConnectTimeout(CONNECT_MILLIS);
        connection.setReadTimeout(READ_MILLIS);
        headers.forEach(connection::setRequestProperty);
        if (json != null) {
            connection.setRequestProperty("Content-Type", "application/json");
            connection.setDoOutput(true);
            connection.getOutputStream().write(json.getBytes(StandardCharsets.UTF_8));
        }
        int status = connection.getResponseCode();
        try (InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            return new Answer(status, in == null ? "" : new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
        }
    }
}
