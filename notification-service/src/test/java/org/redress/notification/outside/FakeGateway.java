package org.redress.notification.outside;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
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
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A gateway that, like the real ones, sends again whatever it is asked again. Each request to send first meets the fault
 * planned for its complaint's number, then the general one. Look-ups are always honest.
 */
public final class FakeGateway {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** How a request to send is treated. */
    public enum Fault {
        NONE,
        ERROR_BEFORE,
        ERROR_AFTER,
        CUT_BEFORE,
        CUT_AFTER,
        HANG_BEFORE,
        HANG_AFTER,
        LATE_ACCEPT,
        SLOW,
        THROTTLE,
        GARBAGE,
        REDIRECT,
        HUGE_ANSWER,
        TRICKLE,
        BAD_GATEWAY,
        REFUSE,
        FORBIDDEN
    }

    private record Planned(Fault fault, AtomicInteger times) {}

    private final HttpServer server;
    private final List<JsonNode> accepted = new CopyOnWriteArrayList<>();
    private final Map<String, Planned> planned = new ConcurrentHashMap<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger mostUnderWay = new AtomicInteger();
    private volatile Fault general = Fault.NONE;
    private volatile CountDownLatch release = new CountDownLatch(1);

    FakeGateway() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "fake-gateway");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Plans a fault for the next requests that carry this value for {@code number}. */
    public void plan(String number, Fault fault, int times) {
        planned.put(number, new Planned(fault, new AtomicInteger(times)));
    }

    /** Plans a fault for every request. */
    public void planForAll(Fault fault) {
        general = fault;
    }

    /** Lets everything that hangs go. */
    public void release() {
        release.countDown();
    }

    /** Forgets faults; keeps the ledger. */
    public void behave() {
        release();
        planned.clear();
        general = Fault.NONE;
        release = new CountDownLatch(1);
    }

    /** What was accepted for a complaint's number. */
    public List<JsonNode> accepted(String number) {
        return accepted.stream()
                .filter(message ->
                        number.equals(message.path("params").path("number").asText()))
                .toList();
    }

    /** Everything that was ever accepted. */
    public List<JsonNode> accepted() {
        return List.copyOf(accepted);
    }

    /** How many requests to send there were, accepted or not. */
    public int requests() {
        return requests.get();
    }

    /** The most requests to send that were under way at once. */
    public int mostUnderWay() {
        return mostUnderWay.get();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestMethod().equals("GET")) {
                find(exchange);
                return;
            }
            mostUnderWay.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            requests.incrementAndGet();
            try {
                send(exchange, JSON.readTree(exchange.getRequestBody().readAllBytes()));
            } finally {
                underWay.decrementAndGet();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void find(HttpExchange exchange) throws IOException {
        String outId = exchange.getRequestURI().getPath().substring("/messages/".length());
        for (JsonNode message : accepted) {
            if (message.path("outId").asText().equals(outId)) {
                answer(exchange, 200, message.toString());
                return;
            }
        }
        answer(exchange, 404, "{}");
    }

    private void send(HttpExchange exchange, JsonNode message) throws IOException, InterruptedException {
        switch (next(message)) {
            case NONE -> accept(exchange, message);
            case ERROR_BEFORE -> answer(exchange, 500, "{}");
            case ERROR_AFTER -> {
                accepted.add(message);
                answer(exchange, 503, "{}");
            }
            case CUT_BEFORE -> exchange.close();
            case CUT_AFTER -> {
                accepted.add(message);
                exchange.close();
            }
            case HANG_BEFORE -> release.await(1, TimeUnit.MINUTES);
            case HANG_AFTER -> {
                accepted.add(message);
                release.await(1, TimeUnit.MINUTES);
            }
            case LATE_ACCEPT -> {
                // Longer than the client waits, shorter than its patience with look-ups: the case that a look-up
                // right after the timeout would get wrong.
                release.await(1800, TimeUnit.MILLISECONDS);
                accepted.add(message);
            }
            case SLOW -> {
                release.await(700, TimeUnit.MILLISECONDS);
                accept(exchange, message);
            }
            case THROTTLE -> {
                exchange.getResponseHeaders().set("Retry-After", "1");
                answer(exchange, 429, "{}");
            }
            case GARBAGE -> {
                accepted.add(message);
                answer(exchange, 200, "<html>\u0000 not what you think");
            }
            case REDIRECT -> {
                exchange.getResponseHeaders().set("Location", url() + "/elsewhere");
                answer(exchange, 307, "{}");
            }
            case HUGE_ANSWER -> {
                accepted.add(message);
                answer(exchange, 200, "{\"messageId\":\"" + "x".repeat(10_000_000) + "\"}");
            }
            case TRICKLE -> {
                accepted.add(message);
                trickle(exchange);
            }
            case BAD_GATEWAY -> answer(exchange, 502, "{}");
            case REFUSE -> answer(exchange, 422, "{\"detail\":\"no such template\"}");
            case FORBIDDEN -> answer(exchange, 403, "{}");
        }
    }

    private Fault next(JsonNode message) {
        Planned own = planned.get(message.path("params").path("number").asText());
        return own != null && own.times().getAndDecrement() > 0 ? own.fault() : general;
    }

    private void accept(HttpExchange exchange, JsonNode message) throws IOException {
        accepted.add(message);
        answer(exchange, 202, "{\"messageId\":\"m-" + accepted.size() + "\"}");
    }

    /** A body that never ends, a byte at a time. */
    private void trickle(HttpExchange exchange) throws IOException, InterruptedException {
        exchange.sendResponseHeaders(202, 0);
        try (OutputStream body = exchange.getResponseBody()) {
            while (!release.await(100, TimeUnit.MILLISECONDS)) {
                body.write(' ');
                body.flush();
            }
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
