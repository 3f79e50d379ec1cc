package org.redress.triage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A selling platform's backend that misbehaves as told. It keeps what it accepted, and unlike a good one it does not
 * recognise repeats, so that a second order for a freeze shows.
 */
public final class FakePlatform implements QuarkusTestResourceLifecycleManager {

    /** What it does with the next calls, one each; good when nothing is left. */
    enum Mood {
        GOOD,
        ERROR_BEFORE,
        ERROR_AFTER,
        CUT_AFTER,
        HANG_AFTER,
        TRICKLE_AFTER,
        GARBAGE_AFTER,
        HUGE_AFTER,
        OTHER_ID_AFTER,
        REDIRECT,
        BUSY,
        REFUSE
    }

    /** An order that was accepted, with how it came. */
    record Order(String platform, String freezeId, String key, JsonNode body) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Order> ORDERS = new CopyOnWriteArrayList<>();
    private static final Queue<Mood> ON_ORDER = new ConcurrentLinkedQueue<>();
    private static final Queue<Mood> ON_LOOK_UP = new ConcurrentLinkedQueue<>();
    private static final CountDownLatch CLOSING = new CountDownLatch(1);
    private @Nullable HttpServer server;

    static void onOrders(Mood... moods) {
        ON_ORDER.addAll(List.of(moods));
    }

    static void onLookUps(Mood... moods) {
        ON_LOOK_UP.addAll(List.of(moods));
    }

    static void beGood() {
        ON_ORDER.clear();
        ON_LOOK_UP.clear();
    }

    /** Makes an order known as if it had come before. */
    static void knows(String platform, String freezeId) {
        ORDERS.add(new Order(platform, freezeId, freezeId, JSON.createObjectNode()));
    }

    static List<Order> ordersFor(String freezeId) {
        return ORDERS.stream()
                .filter(order -> order.freezeId().equals(freezeId))
                .toList();
    }

    static List<Order> ordersOf(String complaintId) {
        return ORDERS.stream()
                .filter(order -> order.body().path("complaintId").asText().equals(complaintId))
                .toList();
    }

    @Override
    public Map<String, String> start() {
        HttpServer started;
        try {
            started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        started.setExecutor(Executors.newCachedThreadPool());
        started.createContext("/", FakePlatform::answer);
        started.start();
        server = started;
        // Faster than in life, so that retries show within a test.
        return Map.of(
                "REDRESS_PLATFORM_URL",
                        "http://localhost:" + started.getAddress().getPort() + "/",
                "redress.triage.freeze.answer-timeout", "PT0.7S",
                "redress.triage.freeze.first-pause", "PT0.1S",
                "redress.triage.freeze.longest-pause", "PT0.5S",
                "redress.triage.freeze.claim", "PT3S");
    }

    @Override
    public void stop() {
        CLOSING.countDown();
        if (server != null) {
            server.stop(0);
        }
    }

    private static void answer(HttpExchange call) throws IOException {
        try (call) {
            String[] path = call.getRequestURI().getPath().split("/");
            boolean order = call.getRequestMethod().equals("POST");
            Mood mood = (order ? ON_ORDER : ON_LOOK_UP).poll();
            mood = mood == null ? Mood.GOOD : mood;
            String id = order ? accept(call, path[2], mood) : path[4];
            boolean known = !ordersFor(id).isEmpty();
            switch (mood) {
                case GOOD -> write(call, known ? (order ? 201 : 200) : 404, known ? confirmation(id) : "{}");
                case ERROR_BEFORE, ERROR_AFTER -> write(call, 500, "{}");
                case CUT_AFTER -> call.getHttpContext().getServer().getAddress();
                case HANG_AFTER -> CLOSING.await(10, TimeUnit.SECONDS);
                case TRICKLE_AFTER -> trickle(call);
                case GARBAGE_AFTER -> write(call, 200, "<html>\u0000");
                case HUGE_AFTER -> write(call, 200, "\"" + "x".repeat(1_000_000) + "\"");
                case OTHER_ID_AFTER -> write(call, 200, confirmation("someone-else"));
                case REDIRECT -> redirect(call);
                case BUSY -> busy(call);
                case REFUSE -> write(call, 422, "{}");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String accept(HttpExchange call, String platform, Mood mood) throws IOException {
        JsonNode body = JSON.readTree(call.getRequestBody().readAllBytes());
        String id = body.path("freezeId").asText();
        boolean takes = mood == Mood.GOOD || mood.name().endsWith("_AFTER");
        if (takes) {
            ORDERS.add(new Order(platform, id, call.getRequestHeaders().getFirst("Idempotency-Key"), body));
        }
        return id;
    }

    private static String confirmation(String id) {
        return "{\"freezeId\":\"" + id + "\",\"reference\":\"FZ-" + id.substring(0, 4) + "\"}";
    }

    private static void redirect(HttpExchange call) throws IOException {
        call.getResponseHeaders().add("Location", "/elsewhere/x/y/z");
        write(call, 302, "");
    }

    private static void busy(HttpExchange call) throws IOException {
        call.getResponseHeaders().add("Retry-After", "1");
        write(call, 429, "{}");
    }

    private static void trickle(HttpExchange call) throws IOException, InterruptedException {
        call.sendResponseHeaders(200, 1000);
        OutputStream out = call.getResponseBody();
        for (int i = 0; i < 1000 && !CLOSING.await(100, TimeUnit.MILLISECONDS); i++) {
            out.write(' ');
            out.flush();
        }
    }

    private static void write(HttpExchange call, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().add("Content-Type", "application/json");
        call.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        call.getResponseBody().write(bytes);
    }
}
