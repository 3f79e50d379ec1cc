package org.redress.infra.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * The backend of all {@link TestPlatform}s: orders of goods, remedies, freezes, by the paths that the services use. Use it with
 * {@code @WithTestResource(PlatformServer.class)}.
 */
public final class PlatformServer implements QuarkusTestResourceLifecycleManager {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Answers answers = new Answers();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private @Nullable HttpServer server;

    /** The settings a service under test needs, by the names of its environment variables. */
    @Override
    public Map<String, String> start() {
        HttpServer started;
        try {
            started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        started.setExecutor(threads);
        started.createContext("/", this::answer);
        started.start();
        server = started;
        return Map.of(
                "REDRESS_PLATFORM_URL",
                "http://localhost:" + started.getAddress().getPort() + "/");
    }

    @Override
    public void stop() {
        answers.close();
        if (server != null) {
            server.stop(0);
        }
        threads.shutdownNow();
    }

    private void answer(HttpExchange call) throws IOException {
        try (call) {
            String[] path = call.getRequestURI().getPath().split("/", 5);
            TestPlatform platform = TestPlatform.named(path[2]);
            platform.noteAsked(call.getRequestURI().getRawPath());
            boolean sent = call.getRequestMethod().equals("POST");
            String rest = path.length > 4 ? path[4] : "";
            switch (path[3]) {
                case "orders" ->
                    answers.answer(
                            call, platform.moodForOrders(), 200, json(platform.orderOfGoods(rest, account(call))));
                case "freezes" -> freeze(call, platform, platform.mood(sent), sent, rest);
                default -> remedy(call, platform, platform.mood(sent), sent, rest);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void freeze(HttpExchange call, TestPlatform platform, Mood mood, boolean sent, String rest)
            throws IOException, InterruptedException {
        String id = rest;
        if (sent) {
            ObjectNode body = (ObjectNode) JSON.readTree(call.getRequestBody());
            id = body.path("freezeId").asText();
            if (mood.takes()) {
                platform.freeze(id, key(call), body);
            }
        }
        if (mood == Mood.REFUSE) {
            answers.write(call, 422, "{}");
            return;
        }
        ObjectNode known = platform.effects(id).isEmpty()
                ? null
                : JSON.createObjectNode().put("freezeId", id).put("reference", "FZ-" + id.substring(0, 4));
        answers.answer(call, mood, sent ? 201 : 200, known);
    }

    private void remedy(HttpExchange call, TestPlatform platform, Mood mood, boolean sent, String rest)
            throws IOException, InterruptedException {
        boolean takesBack = sent && rest.endsWith("/cancellation");
        String id = takesBack ? rest.substring(0, rest.indexOf('/')) : rest;
        if (takesBack && mood.takes() && !platform.takesBack()) {
            answers.write(call, 405, "{}");
            return;
        }
        if (takesBack && mood.takes()) {
            platform.remedies().leave(id);
        } else if (sent && !takesBack) {
            ObjectNode order = (ObjectNode) JSON.readTree(call.getRequestBody());
            id = order.path("remedyOrderId").asText();
            if (mood.takes() || mood == Mood.REFUSE) {
                platform.remedies().take(id, key(call), order, mood);
            }
        }
        answers.answer(call, mood, 200, platform.remedies().answered(id, !sent));
    }

    private static String account(HttpExchange call) {
        String query = call.getRequestURI().getQuery();
        return query == null ? "" : query.replaceAll("(.*&)?account=", "").replaceAll("&.*", "");
    }

    private static String key(HttpExchange call) {
        String key = call.getRequestHeaders().getFirst("Idempotency-Key");
        return key == null ? "" : key;
    }

    private static @Nullable ObjectNode json(@Nullable String body) throws IOException {
        return body == null ? null : (ObjectNode) JSON.readTree(body);
    }
}
