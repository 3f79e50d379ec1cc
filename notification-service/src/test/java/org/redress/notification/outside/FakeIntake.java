package org.redress.notification.outside;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/** Intake's contact look-up. Knows every complaint, each with a phone of its own, unless told otherwise. */
public final class FakeIntake {
    private final HttpServer server;
    private final Map<UUID, String> contacts = new ConcurrentHashMap<>();
    private volatile int refuseWith;

    FakeIntake() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "fake-intake");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/api/v1/complaints/", this::handle);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Sets what is answered for a complaint. */
    public void contact(UUID complaintId, String json) {
        contacts.put(complaintId, json);
    }

    /** Refuses every question with this status; 0 answers again. */
    public void refuseWith(int status) {
        refuseWith = status;
    }

    /** The phone that a complaint has unless told otherwise. */
    public static String phone(UUID complaintId) {
        return "+86139%08d".formatted(Math.floorMod(complaintId.hashCode(), 100_000_000));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            UUID complaintId =
                    UUID.fromString(exchange.getRequestURI().getPath().split("/")[4]);
            if (refuseWith != 0) {
                answer(exchange, refuseWith, "{}");
            } else if (authorization == null
                    || authorization.chars().filter(c -> c == '.').count() != 2) {
                answer(exchange, 401, "{}");
            } else {
                String body = contacts.getOrDefault(
                        complaintId, "{\"complainantId\":\"u\",\"phone\":\"%s\"}".formatted(phone(complaintId)));
                answer(exchange, body.isEmpty() ? 404 : 200, body);
            }
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
