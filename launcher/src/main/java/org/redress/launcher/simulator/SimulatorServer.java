package org.redress.launcher.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP side that both simulators share: small JSON bodies, faults on sending requests and on the look-ups that want them,
 * {@code GET} and {@code PUT /faults} and {@code /faults/{name}}.
 * Thread-safe.
 */
final class SimulatorServer implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_BODY_BYTES = 64 * 1024;
    private static final int MAX_THREADS = 64;
    private static final int FLOOD_BLOCK = 64 * 1024;
    private static final int FLOOD_BLOCKS = 16 * 1024;
    private static final Duration HANG = Duration.ofMinutes(1);
    private static final Duration SLOW = Duration.ofSeconds(3);

    /** An answer to a request. */
    record Answer(int status, JsonNode body) {}

    private final HttpServer server;
    private final ExecutorService threads;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Faults faults = new Faults();
    private final Routes routes;

    private SimulatorServer(HttpServer server, ExecutorService threads, Routes routes) {
        this.server = server;
        this.threads = threads;
        this.routes = routes;
    }

    /** Serves on a port of the loopback address. */
    static SimulatorServer start(String name, int port, Routes routes) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 64);
        ExecutorService threads = new ThreadPoolExecutor(
                1,
                MAX_THREADS,
                10,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                task -> {
                    var thread = new Thread(task, name);
                    thread.setDaemon(true);
                    return thread;
                },
                new ThreadPoolExecutor.CallerRunsPolicy());
        var simulator = new SimulatorServer(server, threads, routes);
        server.setExecutor(threads);
        server.createContext("/", simulator::handle);
        server.start();
        return simulator;
    }

    Faults faults() {
        return faults;
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answerOrRefusal(exchange);
            if (answer != null) {
                write(exchange, answer.status(), answer.body().toString());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable Answer answerOrRefusal(HttpExchange exchange) throws IOException, InterruptedException {
        try {
            return answer(exchange);
        } catch (JsonProcessingException e) {
            return new Answer(400, problem("the body is no JSON object"));
        }
    }

    /** The answer; {@code null} when it was written already or the connection shall be cut. */
    private @Nullable Answer answer(HttpExchange exchange) throws IOException, InterruptedException {
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES + 1);
        if (body.length > MAX_BODY_BYTES) {
            return new Answer(413, problem("the body is longer than " + MAX_BODY_BYTES + " bytes"));
        }
        var target = RequestTarget.of(exchange.getRequestURI());
        List<String> path = target.path();
        Faults named = faultsAt(path);
        return switch (exchange.getRequestMethod()) {
            case "GET" -> named != null ? FaultsAnswer.of(named) : lookUp(exchange, target);
            case "PUT" -> named != null ? FaultsAnswer.set(named, object(body)) : notFound();
            case "POST" -> {
                ObjectNode sent = object(body);
                yield meet(faults.next(), exchange, () -> routes.accept(path, sent));
            }
            default -> new Answer(405, problem("GET, POST or PUT"));
        };
    }

    private @Nullable Faults faultsAt(List<String> path) {
        if (!path.get(0).equals("faults") || path.size() > 2) {
            return null;
        }
        return path.size() == 1 ? faults : routes.faults(path.get(1));
    }

    private @Nullable Answer lookUp(HttpExchange exchange, RequestTarget target)
            throws IOException, InterruptedException {
        Faults met = routes.lookUpFaults(target.path());
        FaultMode fault = met == null ? FaultMode.NONE : met.next();
        return meet(fault, exchange, () -> routes.find(target.path(), target.parameters()));
    }

    /** The simulator's own part in a request. */
    private interface Served {
        @Nullable
        Answer answer() throws IOException;
    }

    private @Nullable Answer meet(FaultMode fault, HttpExchange exchange, Served served)
            throws IOException, InterruptedException {
        return switch (fault) {
            case ERROR_BEFORE -> new Answer(500, problem("simulated error before accepting"));
            case REFUSE -> new Answer(422, problem("simulated refusal"));
            case THROTTLE -> {
                exchange.getResponseHeaders().set("Retry-After", "1");
                yield new Answer(429, problem("simulated throttling"));
            }
            case HANG -> {
                closed.await(HANG.toMillis(), TimeUnit.MILLISECONDS);
                yield null;
            }
            default -> afterAccepting(fault, exchange, orNotFound(served.answer()));
        };
    }

    private @Nullable Answer afterAccepting(FaultMode fault, HttpExchange exchange, Answer answer)
            throws IOException, InterruptedException {
        return switch (fault) {
            case ERROR_AFTER -> new Answer(500, problem("simulated error after accepting"));
            case DROP_AFTER_ACCEPT -> null;
            case GARBAGE -> {
                write(exchange, 200, "<html>simulated garbage");
                yield null;
            }
            case FLOOD -> {
                flood(exchange);
                yield null;
            }
            case LIE ->
                answer.body() instanceof ObjectNode good ? new Answer(answer.status(), routes.lie(good)) : answer;
            case SLOW -> {
                closed.await(SLOW.toMillis(), TimeUnit.MILLISECONDS);
                yield answer;
            }
            default -> answer;
        };
    }

    static ObjectNode problem(String detail) {
        return JSON.createObjectNode().put("detail", detail);
    }

    private static Answer orNotFound(@Nullable Answer answer) {
        return answer == null ? notFound() : answer;
    }

    private static Answer notFound() {
        return new Answer(404, problem("nothing there"));
    }

    private static ObjectNode object(byte[] body) throws IOException {
        if (JSON.readTree(body) instanceof ObjectNode object) {
            return object;
        }
        throw new com.fasterxml.jackson.core.JsonParseException("not an object");
    }

    private static void flood(HttpExchange exchange) throws IOException {
        byte[] block = " ".repeat(FLOOD_BLOCK).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, 0);
        for (int i = 0; i < FLOOD_BLOCKS; i++) {
            exchange.getResponseBody().write(block);
        }
    }

    private static void write(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
