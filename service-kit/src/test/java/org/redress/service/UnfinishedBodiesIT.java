package org.redress.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.infra.RedressInfra;

/** Bodies that stop, trickle, break off or are no HTTP: refused in time, without an error of ours, and nobody waits for them. */
@QuarkusTest
@TestProfile(UnfinishedBodiesIT.Impatient.class)
@WithTestResource(RedressInfra.class)
@Timeout(60)
@NullUnmarked
class UnfinishedBodiesIT {
    /** A service that waits two seconds for a body and has fewer threads than there are dawdlers. */
    public static class Impatient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("redress.http.body-patience", "PT2S", "quarkus.thread-pool.max-threads", "8");
        }
    }

    private static final String GOOD = "{\"text\":\"hello\",\"color\":\"RED\"}";
    private static final Logger ALL = Logger.getLogger("");

    private final Queue<String> errors = new ConcurrentLinkedQueue<>();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord line) {
            if (line.getLevel().intValue() >= Level.SEVERE.intValue()) {
                errors.add(line.getLoggerName() + ": " + line.getMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private int before;

    @BeforeEach
    void listen() {
        before = NoteResource.WRITTEN.get();
        ALL.addHandler(listener);
    }

    @AfterEach
    void noErrors() {
        ALL.removeHandler(listener);
        assertThat(errors).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 500\r\n\r\n{", "Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n"})
    void aBodyThatStopsIsTooSlow(String framing) throws IOException {
        try (var client = begin(framing)) {
            assertThat(answer(client))
                    .startsWith("HTTP/1.1 408 ")
                    .containsIgnoringCase("connection: close")
                    .contains("application/problem+json", "\"code\":\"too-slow\"", "\"instance\":\"");
        }
        assertThat(NoteResource.WRITTEN).hasValue(before);
    }

    @Test
    void aBodyThatTricklesIsTooSlowHoweverSteadyItIs() throws IOException {
        var tap = Executors.newSingleThreadScheduledExecutor();
        try (var client = begin("Content-Length: 500\r\n\r\n")) {
            var drops = tap.scheduleAtFixedRate(() -> drip(client), 0, 100, TimeUnit.MILLISECONDS);

            assertThat(answer(client)).startsWith("HTTP/1.1 408 ").contains("\"code\":\"too-slow\"");
            drops.cancel(true);
        } finally {
            tap.shutdownNow();
        }
    }

    @Test
    void aCrowdThatDawdlesHoldsUpNobody() throws IOException {
        List<Socket> crowd = new ArrayList<>();
        try {
            for (int i = 0; i < 24; i++) {
                crowd.add(begin("Content-Length: 500\r\n\r\n{"));
            }
            given().header("Authorization", "Bearer " + token())
                    .contentType("application/json")
                    .body(GOOD)
                    .post("/api/notes")
                    .then()
                    .statusCode(201);
            for (Socket client : crowd) {
                assertThat(answer(client)).startsWith("HTTP/1.1 408 ");
            }
        } finally {
            for (Socket client : crowd) {
                client.close();
            }
        }
    }

    @Test
    void whoLeavesInTheMiddleOfABodyIsNobodysError() throws IOException {
        for (int i = 0; i < 5; i++) {
            begin("Content-Length: 500\r\n\r\n{").close();
        }
        // By the time that somebody who came later is refused, those before are long dealt with.
        aBodyThatStopsIsTooSlow("Content-Length: 500\r\n\r\n{");
    }

    @Test
    void aBodyThatGrowsTooLongIsRefusedWithAReason() throws IOException {
        try (var client = begin("Transfer-Encoding: chunked\r\n\r\n11170\r\n" + "x".repeat(0x11170) + "\r\n")) {
            assertThat(answer(client))
                    .startsWith("HTTP/1.1 413 ")
                    .contains("application/problem+json", "\"code\":\"body-too-large\"");
        }
    }

    @Test
    void brokenChunksAreNoErrorOfOurs() throws IOException {
        try (var client = begin("Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n")) {
            assertThat(answer(client)).matches("(?s)(HTTP/1.1 400 .*)?");
        }
        assertThat(NoteResource.WRITTEN).hasValue(before);
    }

    @Test
    void whoAsksFirstAndSendsInPartsIsServedAndSoIsTheNextRequest() throws IOException {
        try (var client = begin("Expect: 100-continue\r\nContent-Type: application/json\r\nContent-Length: "
                + GOOD.length() + "\r\n\r\n")) {
            assertThat(readUntil(client, "\r\n\r\n")).startsWith("HTTP/1.1 100 ");
            send(client, GOOD.substring(0, 9));
            send(client, GOOD.substring(9));
            assertThat(readUntil(client, "\"by\":\"")).startsWith("HTTP/1.1 201 ");
            readUntil(client, "}");
            send(client, "GET /api/notes/logged HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
            assertThat(answer(client)).startsWith("HTTP/1.1 200 ");
        }
        assertThat(NoteResource.WRITTEN).hasValue(before + 1);
    }

    @Test
    void whoSpeaksHttp2IsServedAlike() throws Exception {
        var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        var address = URI.create("http://localhost:" + RestAssured.port + "/api/notes");

        var first = client.send(
                HttpRequest.newBuilder(URI.create(address + "/logged")).build(), BodyHandlers.ofString());
        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(first.version()).isEqualTo(HttpClient.Version.HTTP_2);
        var written = client.send(
                HttpRequest.newBuilder(address)
                        .header("Authorization", "Bearer " + token())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(GOOD))
                        .build(),
                BodyHandlers.ofString());
        assertThat(written.statusCode()).as(written.body()).isEqualTo(201);
    }

    private static String token() {
        return RedressInfra.token("complainant", "huijin", "u-1");
    }

    private static Socket begin(String rest) throws IOException {
        var client = new Socket("localhost", RestAssured.port);
        client.setSoTimeout(20_000);
        send(client, "POST /api/notes HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + token() + "\r\n" + rest);
        return client;
    }

    private static void send(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().flush();
    }

    /** What comes until the service closes the connection. */
    private static String answer(Socket client) throws IOException {
        var read = new StringBuilder();
        try {
            for (int next = client.getInputStream().read();
                    next >= 0;
                    next = client.getInputStream().read()) {
                read.append((char) next);
            }
        } catch (SocketException closedHard) {
            // By a service that did not read all that was sent; what it said before has come.
        }
        return read.toString();
    }

    private static String readUntil(Socket client, String end) throws IOException {
        var read = new StringBuilder();
        while (read.indexOf(end) < 0) {
            int next = client.getInputStream().read();
            if (next < 0) {
                throw new IOException("closed after: " + read);
            }
            read.append((char) next);
        }
        return read.toString();
    }

    private static void drip(Socket client) {
        try {
            send(client, " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
