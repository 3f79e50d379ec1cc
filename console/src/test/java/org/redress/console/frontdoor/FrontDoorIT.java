package org.redress.console.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(FakeServices.class)
@Timeout(60)
class FrontDoorIT {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @ParameterizedTest
    @CsvSource({
        "/api/v1/complaints?limit=50&x=a%2Fb, intake",
        "/api/v1/triage/previews, triage",
        "/api/v1/sla/breaches, sla",
        "/api/v1/inbox, notification"
    })
    void aRequestReachesItsServiceAsItWas(String target, String service) throws Exception {
        var answer = send(request(target)
                .header("Authorization", "Bearer t")
                .header("Idempotency-Key", "k-1")
                .POST(BodyPublishers.ofString("{\"a\":\"é\"}")));
        var echo = new JsonObject(answer.body());

        assertThat(echo.getString("service")).isEqualTo(service);
        assertThat(echo.getString("method")).isEqualTo("POST");
        assertThat(echo.getString("target")).isEqualTo(target);
        assertThat(echo.getString("sha256")).isEqualTo(sum("{\"a\":\"é\"}".getBytes(StandardCharsets.UTF_8)));
        assertThat(echo.getJsonObject("headers").getMap())
                .containsEntry("authorization", "Bearer t")
                .containsEntry("idempotency-key", "k-1")
                .containsEntry("x-forwarded-for", "127.0.0.1")
                .containsEntry("x-forwarded-proto", "http")
                .containsEntry("x-forwarded-host", "localhost:" + RawConnection.port());
    }

    @Test
    void aClientCannotForgeWhoOrWhenceItIs() throws Exception {
        try (var raw = new RawConnection()) {
            raw.send("""
                    GET /api/v1/complaints HTTP/1.1\r
                    Host: evil.example\r
                    X-Forwarded-For: 10.0.0.1\r
                    X-Forwarded-For: 10.0.0.2\r
                    Forwarded: for=10.0.0.1\r
                    x-user-id: root\r
                    X_Platform: other\r
                    X-HTTP-Method-Override: DELETE\r
                    Remote-User: root\r
                    Cookie: a=b\r
                    X-Hop: secret\r
                    Accept-Language: zh-CN\r
                    X-Request-Id: my-request-1\r
                    Authorization: Bearer t\r
                    Connection: close, Accept-Language, authorization\r
                    \r
                    """);
            var headers = echoIn(raw.readUntil("\"}}")).getJsonObject("headers").getMap();

            assertThat(headers)
                    .containsEntry("x-forwarded-for", "127.0.0.1")
                    .containsEntry("x-forwarded-host", "evil.example")
                    .containsEntry("x-request-id", "my-request-1")
                    .containsEntry("authorization", "Bearer t")
                    .containsEntry(
                            "host",
                            "localhost:" + FakeServices.of(Upstream.INTAKE).port());
            assertThat(headers.keySet())
                    .doesNotContain("forwarded", "x-user-id", "x_platform", "x-http-method-override", "remote-user")
                    .doesNotContain("cookie", "x-hop", "accept-language");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/unknown",
                "/api/v1",
                "/api/v1/complaints/..%2f..%2fq/metrics",
                "/api/v1/complaints/../sla/breaches",
                "/api/v1/complaints/%2e%2e/sla/breaches",
                "/api/v1//sla/breaches",
                "//api/v1/sla/breaches",
                "/api/v1/complaints;x/../../sla",
                "/api/v1/complaints/%252e%252e/sla",
                "/x/../api/v1/complaints",
                "/%61pi/v1/complaints",
                "http://localhost/api/v1/complaints"
            })
    void aPathWithATrickIsNotFoundAndReachesNobody(String target) throws Exception {
        int before = seen();
        try (var raw = new RawConnection()) {
            String answer = raw.exchange("GET " + target + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

            assertThat(answer)
                    .startsWith("HTTP/1.1 404")
                    .contains("application/problem+json", "\"code\":\"not-found\"");
        }
        assertThat(seen()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /api/v1/complaints HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nContent-Length: 40\r\n\r\nabcd",
                "POST /api/v1/complaints HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\nabcd",
                "POST /api/v1/complaints HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, x\r\nConnection: close\r\n\r\n0\r\n\r\n",
                "GET /api/v1/complaints HTTP/1.1\r\nHost: a\r\nX: a\rb\r\nConnection: close\r\n\r\n",
                "GET /api/v1/complaints HTTP/1.0\r\n\r\n",
                "GET /api/v1/complaints HTTP/1.1\r\nConnection: close\r\n\r\n",
                "GET /api/v1/complaints HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n",
                "GARBAGE\r\n\r\n"
            })
    void aRequestWithAmbiguousFramingIsRefused(String request) throws Exception {
        int before = seen();
        try (var raw = new RawConnection()) {
            assertThat(raw.exchange(request)).matches("(?s)(HTTP/1.1 4..|HTTP/1.0 4..).*|");
        }
        assertThat(seen()).isEqualTo(before);
    }

    @Test
    void aBodyWithBothLengthAndChunksCarriesNoSecondRequest() throws Exception {
        int before = seen();
        try (var raw = new RawConnection()) {
            raw.exchange("""
                    POST /api/v1/complaints HTTP/1.1\r
                    Host: a\r
                    Content-Length: 5\r
                    Transfer-Encoding: chunked\r
                    Connection: close\r
                    \r
                    0\r
                    \r
                    GET /api/v1/sla/smuggled HTTP/1.1\r
                    Host: a\r
                    \r
                    """);
        }
        assertThat(seen() - before).isLessThanOrEqualTo(1);
        assertThat(FakeServices.of(Upstream.SLA).seen).noneMatch(target -> target.contains("smuggled"));
    }

    @Test
    void bodiesOfSomeMegabytesPassBothWays() throws Exception {
        byte[] body = new byte[6 * 1024 * 1024];
        new Random(7).nextBytes(body);
        var request = request("/api/v1/complaints?mode=mirror")
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        var answer = CLIENT.send(request, BodyHandlers.ofByteArray());

        assertThat(sum(answer.body())).isEqualTo(sum(body));
    }

    @Test
    void aBodyThatAnnouncesTooMuchIsRefusedUnseen() throws Exception {
        int before = seen();
        var answer = send(request("/api/v1/complaints")
                .header("Accept-Language", "zh-CN")
                .POST(BodyPublishers.ofByteArray(new byte[8 * 1024 * 1024 + 1])));

        assertProblem(answer, 413, "body-too-large");
        assertThat(answer.body()).contains("请求内容过大");
        assertThat(seen()).isEqualTo(before);
    }

    @Test
    void aBodyThatGrowsTooLargeIsCutOffAndNeverCompleteForTheService() throws Exception {
        var service = FakeServices.of(Upstream.TRIAGE);
        int before = service.complete.get();
        try (var raw = new RawConnection()) {
            raw.send("POST /api/v1/triage/previews HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
            String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
            for (int i = 0; i < 129; i++) {
                raw.send(chunk);
            }
            assertThat(raw.readAll()).startsWith("HTTP/1.1 413").contains("\"code\":\"body-too-large\"");
        }
        assertThat(service.complete).hasValue(before);
    }

    @Test
    void anEventArrivesWhileTheStreamIsOpenAndLeavingClosesIt() throws Exception {
        var service = FakeServices.of(Upstream.NOTIFICATION);
        int left = service.left.get();
        try (var raw = new RawConnection()) {
            raw.send("GET /api/v1/events/stream?mode=events HTTP/1.1\r\nHost: a\r\nAccept: text/event-stream\r\n\r\n");
            raw.readUntil("alive");
            service.events.add("one");
            assertThat(raw.readUntil("data: one\n\n")).isNotEmpty();
            service.events.add("two");
            assertThat(raw.readUntil("data: two\n\n")).isNotEmpty();
        }
        await("the service notices that its reader left")
                .atMost(Duration.ofSeconds(10))
                .until(() -> service.left.get() > left);
    }

    @Test
    void aServiceThatIsDownIsSaidToBeAwayAndComesBack() throws Exception {
        int port = FakeServices.stop(Upstream.SLA);
        HttpResponse<String> answer;
        try {
            answer = send(request("/api/v1/sla/breaches").header("Accept-Language", "zh-CN,en;q=0.5"));
            assertThat(get("/q/health/ready").statusCode()).isEqualTo(503);
            assertThat(get("/q/health/ready").body()).contains("\"sla\": \"DOWN\"", "\"intake\": \"UP\"");
            assertProblem(get("/q/openapi"), 503, "unavailable");
        } finally {
            FakeServices.start(Upstream.SLA, port);
        }

        assertProblem(answer, 503, "unavailable");
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertThat(answer.body()).contains("暂时不可用");
        assertThat(get("/api/v1/sla/breaches").statusCode()).isEqualTo(200);
        assertThat(get("/q/health/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void aServiceThatHangsIsGivenUpAndHoldsUpNoOther() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> hanging = IntStream.range(0, 50)
                .mapToObj(
                        i -> CLIENT.sendAsync(request("/api/v1/sla/x?mode=hang").build(), BodyHandlers.ofString()))
                .toList();

        assertThat(get("/api/v1/complaints").statusCode()).isEqualTo(200);
        for (var answer : hanging) {
            assertProblem(answer.get(), 504, "no-answer");
            assertThat(answer.get().headers().firstValue("Retry-After")).contains("1");
        }
        assertThat(get("/api/v1/sla/breaches").statusCode()).isEqualTo(200);
    }

    @Test
    void anAnswerThatBreaksOffIsNotPassedOffAsWhole() throws Exception {
        assertProblem(get("/api/v1/complaints?mode=drop"), 502, "broken-answer");
        assertThatThrownBy(() -> get("/api/v1/complaints?mode=cut")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> get("/api/v1/complaints?mode=stall")).isInstanceOf(IOException.class);
    }

    @Test
    void aServiceThatAnswersBeforeItReadTheBodyIsHeard() throws Exception {
        var answer = send(request("/api/v1/complaints?mode=early").POST(BodyPublishers.ofByteArray(new byte[100_000])));

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void theServicesOwnAddressStaysInside() throws Exception {
        var answer = send(request("/api/v1/complaints?mode=created").POST(BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Location")).contains("/api/v1/complaints/1?x=y");
        assertThat(answer.headers().firstValue("ETag")).contains("\"7\"");
        assertThat(answer.headers().map()).doesNotContainKeys("server", "set-cookie");
    }

    @Test
    void whatKeepsADownloadInertCrossesOnceAndUnchanged() throws Exception {
        var headers = get("/api/v1/complaints/1/evidence/2/content?mode=file").headers();

        assertThat(headers.allValues("Content-Type")).containsExactly("application/pdf");
        assertThat(headers.allValues("Content-Disposition"))
                .containsExactly("attachment; filename*=UTF-8''%E5%8F%91%E7%A5%A8.pdf");
        assertThat(headers.allValues("Content-Security-Policy")).containsExactly("default-src 'none'; sandbox");
        assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(headers.allValues("Cache-Control")).containsExactly("private, no-store");
        assertThat(headers.allValues("Content-Length")).containsExactly("4");
    }

    @Test
    void answersWithoutABodyPass() throws Exception {
        assertThat(get("/api/v1/complaints?mode=unchanged").statusCode()).isEqualTo(304);
        assertThat(get("/api/v1/complaints?mode=empty").statusCode()).isEqualTo(204);
        assertThat(send(request("/api/v1/complaints").method("HEAD", BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(200);
        assertThat(new JsonObject(send(request("/api/v1/complaints/1").DELETE()).body()).getString("method"))
                .isEqualTo("DELETE");
    }

    @Test
    void aClientThatAsksFirstMaySend() throws Exception {
        var answer = send(request("/api/v1/complaints").expectContinue(true).POST(BodyPublishers.ofString("abc")));

        assertThat(new JsonObject(answer.body()).getString("sha256"))
                .isEqualTo(sum("abc".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void manyAtOncePass() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> all = IntStream.range(0, 300)
                .mapToObj(
                        i -> CLIENT.sendAsync(request("/api/v1/complaints/" + i).build(), BodyHandlers.ofString()))
                .toList();
        for (int i = 0; i < all.size(); i++) {
            assertThat(new JsonObject(all.get(i).get().body()).getString("target"))
                    .isEqualTo("/api/v1/complaints/" + i);
        }
    }

    @Test
    void theFrontDoorServesAllFourDocuments() throws Exception {
        assertThat(get("/q/openapi/sla").body()).contains("/api/v1/sla");
        assertThat(new JsonObject(get("/q/openapi").body())
                        .getJsonObject("paths")
                        .fieldNames())
                .containsExactlyInAnyOrder("/api/v1/intake", "/api/v1/triage", "/api/v1/sla", "/api/v1/notification");
        assertThat(get("/q/openapi/other").statusCode()).isEqualTo(404);
    }

    @Test
    void thePageIsGuardedAgainstForeignScripts() throws Exception {
        var page = get("/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'none'", "script-src 'self'")
                        .doesNotContain("unsafe"));
        assertThat(page.body()).doesNotContain("<style", "style=", "onclick", "javascript:");
        assertThat(get("/main.js").headers().firstValue("Cache-Control")).contains("no-cache");
    }

    private static int seen() {
        return List.of(Upstream.values()).stream()
                .mapToInt(upstream -> FakeServices.of(upstream).seen.size())
                .sum();
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(new JsonObject(answer.body()).getMap())
                .containsEntry("code", code)
                .containsEntry("status", status)
                .containsKeys("type", "title", "detail");
    }

    private static JsonObject echoIn(String rawAnswer) {
        return new JsonObject(rawAnswer.substring(rawAnswer.indexOf("\r\n\r\n") + 4));
    }

    private static HttpRequest.Builder request(String target) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + RawConnection.port() + target))
                .timeout(Duration.ofSeconds(20));
    }

    private static HttpResponse<String> get(String target) throws Exception {
        return send(request(target));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static String sum(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
