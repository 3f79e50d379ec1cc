package org.redress.intake.sellingplatform;

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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A selling platforms' backend that misbehaves as told, one platform apart from the other. It knows the orders that it was
 * told of, carries remedies out at once, and keeps what it was asked.
 */
public final class StandInPlatform implements QuarkusTestResourceLifecycleManager {
    /** How it answers whatever a platform is asked. */
    public enum Mood {
        GOOD,
        HANG,
        TRICKLE,
        CUT,
        ERROR,
        REDIRECT,
        BUSY,
        GARBAGE,
        NO_OBJECT,
        FLOOD
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Mood> MOODS = new ConcurrentHashMap<>();
    private static final Map<String, String> ORDERS = new ConcurrentHashMap<>();
    private static final List<String> ASKED = new CopyOnWriteArrayList<>();
    private static final CountDownLatch CLOSING = new CountDownLatch(1);
    private @Nullable HttpServer server;

    /** From now on a platform is in that mood. */
    public static void mood(String platform, Mood mood) {
        MOODS.put(platform, mood);
    }

    /** Makes an order known; the body is answered as it is. */
    public static void knows(String platform, String orderNo, String body) {
        ORDERS.put(platform + "/" + orderNo, body);
    }

    /** An order as a platform answers it. */
    public static String order(String orderNo, String account, String state, String amount) {
        String delivered = state.equals("DELIVERED") ? ", \"deliveredAt\": \"2026-11-20T08:00:40Z\"" : "";
        return """
                {"orderNo": "%s", "account": "%s", "state": "%s", "amount": "%s", "currency": "CNY", "product": "p-9",
                 "merchantId": "m-7", "paidAt": "2026-11-20T08:00:00Z"%s}""".formatted(orderNo, account, state, amount, delivered);
    }

    /** The raw paths that a platform was asked. */
    public static List<String> asked(String platform) {
        return ASKED.stream()
                .filter(path -> path.startsWith("/platforms/" + platform + "/"))
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
        started.createContext("/", StandInPlatform::answer);
        started.start();
        server = started;
        // Faster than in life, so that retries show within a test.
        return Map.of(
                "redress.intake.selling-platform.url",
                        "http://localhost:" + started.getAddress().getPort() + "/",
                "redress.intake.selling-platform.answer-timeout", "PT0.7S",
                "redress.intake.selling-platform.breaker-pause", "PT1S",
                "redress.intake.selling-platform.breaker-calls", "6",
                "redress.intake.order.first-pause", "PT0.2S",
                "redress.intake.order.longest-pause", "PT1S",
                "redress.intake.order.unreachable-after", "3",
                "redress.intake.order.poll", "PT0.2S");
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
            ASKED.add(call.getRequestURI().getRawPath());
            String[] path = call.getRequestURI().getPath().split("/", 5);
            switch (MOODS.getOrDefault(path[2], Mood.GOOD)) {
                case GOOD -> good(call, path);
                case HANG -> CLOSING.await(10, TimeUnit.SECONDS);
                case TRICKLE -> trickle(call);
                case CUT -> call.getHttpContext().getServer().getAddress();
                case ERROR -> write(call, 500, "{}");
                case REDIRECT -> redirect(call);
                case BUSY -> busy(call);
                case GARBAGE -> write(call, 200, "<html>\u0000");
                case NO_OBJECT -> write(call, 200, "[1, 2]");
                case FLOOD -> flood(call);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void good(HttpExchange call, String[] path) throws IOException {
        if (!path[3].equals("remedies")) {
            known(call, ORDERS.get(path[2] + "/" + path[4]));
            return;
        }
        String id = path.length > 4
                ? path[4]
                : JSON.readTree(call.getRequestBody()).path("remedyOrderId").asText();
        write(call, 200, "{\"remedyOrderId\": \"" + id + "\", \"state\": \"EXECUTED\", \"reference\": \"RF-1\"}");
    }

    private static void known(HttpExchange call, @Nullable String body) throws IOException {
        write(call, body == null ? 404 : 200, body == null ? "{}" : body);
    }

    private static void redirect(HttpExchange call) throws IOException {
        call.getResponseHeaders().add("Location", "/platforms/elsewhere/orders/1");
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

    /** A gigabyte, as far as the caller takes it. */
    private static void flood(HttpExchange call) throws IOException {
        byte[] block = new byte[64 * 1024];
        call.sendResponseHeaders(200, 0);
        for (int i = 0; i < 16 * 1024; i++) {
            call.getResponseBody().write(block);
        }
    }

    private static void write(HttpExchange call, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().add("Content-Type", "application/json");
        call.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        call.getResponseBody().write(bytes);
    }
}
