package org.redress.console.frontdoor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A service behind the front door that answers what it was asked, or misbehaves as the query's {@code mode} says. */
final class FakeService implements AutoCloseable {
    static {
        // Reads on after an early answer, as the real services do; by default this server resets such a connection, and
        // the answer may be lost with it before anybody could read it.
        System.setProperty("sun.net.httpserver.drainAmount", "1000000");
        // Keeps what is idle: by default it closes all but 200, also one on which the next request is under way.
        System.setProperty("sun.net.httpserver.maxIdleConnections", "1000");
    }

    /** Events for streams that are open; {@code end} ends the stream. */
    final BlockingQueue<String> events = new LinkedBlockingQueue<>();

    /** Targets of all requests that arrived, as they came. */
    final List<String> seen = new CopyOnWriteArrayList<>();

    /** Bodies that were read to their end. */
    final AtomicInteger complete = new AtomicInteger();

    /** Streams whose reader went away. */
    final AtomicInteger left = new AtomicInteger();

    private final String name;
    private final int port;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    FakeService(String name, int port) {
        this.name = name;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 512);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.port = server.getAddress().getPort();
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    int port() {
        return port;
    }

    String url() {
        return "http://localhost:" + port;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String target = exchange.getRequestURI().toString();
        seen.add(target);
        try (exchange) {
            if (target.startsWith("/q/openapi")) {
                answer(exchange, 200, "{\"openapi\":\"3.1.0\",\"paths\":{\"/api/v1/" + name + "\":{}}}");
            } else if (target.contains("mode=")) {
                misbehave(exchange, target.replaceFirst(".*mode=([a-z]+).*", "$1"));
            } else {
                echo(exchange, 200);
            }
        }
    }

    private void misbehave(HttpExchange exchange, String mode) throws IOException {
        switch (mode) {
            case "hang" -> await();
            case "drop" -> exchange.getRequestBody().readAllBytes();
            case "cut" -> {
                exchange.sendResponseHeaders(200, 1000);
                exchange.getResponseBody().write("only a part".getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
            }
            case "stall" -> {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write("a part".getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
                await();
            }
            case "created" -> {
                exchange.getResponseHeaders().add("Location", url() + "/api/v1/complaints/1?x=y");
                exchange.getResponseHeaders().add("Server", "secret/1.0");
                exchange.getResponseHeaders().add("Set-Cookie", "a=b");
                exchange.getResponseHeaders().add("ETag", "\"7\"");
                echo(exchange, 201);
            }
            case "file" -> {
                exchange.getResponseHeaders().add("Content-Type", "application/pdf");
                exchange.getResponseHeaders()
                        .add("Content-Disposition", "attachment; filename*=UTF-8''%E5%8F%91%E7%A5%A8.pdf");
                exchange.getResponseHeaders().add("Content-Security-Policy", "default-src 'none'; sandbox");
                exchange.getResponseHeaders().add("X-Content-Type-Options", "nosniff");
                exchange.getResponseHeaders().add("Cache-Control", "private, no-store");
                exchange.sendResponseHeaders(200, 4);
                exchange.getResponseBody().write("%PDF".getBytes(StandardCharsets.UTF_8));
            }
            case "early" -> answer(exchange, 401, "{}");
            case "slow" -> {
                answer(exchange, 408, "{\"code\":\"too-slow\"}");
                exchange.getResponseBody().flush();
            }
            case "unchanged" -> {
                exchange.getResponseHeaders().add("ETag", "\"7\"");
                exchange.sendResponseHeaders(304, -1);
            }
            case "empty" -> exchange.sendResponseHeaders(204, -1);
            case "mirror" -> {
                exchange.sendResponseHeaders(200, 0);
                exchange.getRequestBody().transferTo(exchange.getResponseBody());
                exchange.getResponseBody().close();
            }
            case "events" -> stream(exchange);
            default -> throw new IllegalArgumentException(mode);
        }
    }

    private void echo(HttpExchange exchange, int status) throws IOException {
        var headers = new JsonObject();
        String sum = sum(exchange);
        complete.incrementAndGet();
        exchange.getRequestHeaders()
                .forEach((key, values) -> headers.put(key.toLowerCase(Locale.ROOT), String.join("|", values)));
        var body = new JsonObject()
                .put("service", name)
                .put("method", exchange.getRequestMethod())
                .put("target", exchange.getRequestURI().toString())
                .put("sha256", sum)
                .put("headers", headers);
        answer(exchange, status, body.encode());
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        boolean head = "HEAD".equals(exchange.getRequestMethod());
        exchange.sendResponseHeaders(status, head ? -1 : bytes.length);
        if (!head) {
            exchange.getResponseBody().write(bytes);
        }
    }

    private void stream(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        try {
            while (closing.getCount() > 0) {
                String event = events.poll(100, TimeUnit.MILLISECONDS);
                if ("end".equals(event)) {
                    return;
                }
                out.write((event == null ? ": alive\n\n" : "data: " + event + "\n\n").getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        } catch (IOException e) {
            left.incrementAndGet();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void await() {
        try {
            closing.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String sum(HttpExchange exchange) throws IOException {
        try (var in = new DigestInputStream(exchange.getRequestBody(), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
