package org.redress.console.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients that are kind to servers hide: how answers without a body end, and bodies that do not. */
@QuarkusTest
@QuarkusTestResource(FakeServices.class)
@Timeout(60)
class RawExchangesIT {
    @ParameterizedTest
    @CsvSource({
        "GET /api/v1/complaints/1?mode=unchanged, 304 Not Modified",
        "GET /api/v1/complaints/1?mode=empty, 204 No Content",
        "HEAD /api/v1/complaints/1, 200 OK"
    })
    void anAnswerWithoutABodyAnnouncesNoneAndTheNextFollowsAtOnce(String request, String status) throws Exception {
        try (var raw = new RawConnection()) {
            for (int i = 0; i < 3; i++) {
                raw.send(request + " HTTP/1.1\r\nHost: a\r\n\r\n");
                assertThat(raw.readUntil("\r\n\r\n"))
                        .startsWith("HTTP/1.1 " + status)
                        .satisfies(head -> assertThat(head.toLowerCase(Locale.ROOT))
                                .doesNotContain("transfer-encoding")
                                .matches(any -> !head.contains("304") || head.contains("\"7\""), "keeps its ETag"));
            }
            raw.send("GET /api/v1/complaints/1 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
            assertThat(raw.readAll()).startsWith("HTTP/1.1 200 OK").contains("\"service\":\"intake\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 500\r\n\r\n{", "Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n"})
    void whoStopsInTheMiddleOfABodyIsToldSoAndCutOff(String framing) throws Exception {
        int complete = FakeServices.of(Upstream.INTAKE).complete.get();
        try (var raw = new RawConnection()) {
            raw.send("POST /api/v1/complaints HTTP/1.1\r\nHost: a\r\nAccept-Language: zh-CN\r\n" + framing);

            assertThat(raw.readAll())
                    .startsWith("HTTP/1.1 408 ")
                    .containsIgnoringCase("connection: close")
                    .contains("application/problem+json", "\"code\":\"too-slow\"", "请求过慢");
        }
        assertThat(FakeServices.of(Upstream.INTAKE).complete).hasValue(complete);
    }

    @Test
    void aServiceThatStaysSilentAfterAWholeBodyIsItselfTheSilentOne() throws Exception {
        try (var raw = new RawConnection()) {
            raw.send("POST /api/v1/complaints?mode=hang HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
                    + "Content-Length: 1\r\n\r\n{");

            assertThat(raw.readAll()).startsWith("HTTP/1.1 504 ").contains("\"code\":\"no-answer\"");
        }
    }

    @Test
    void aServicesOwnWordThatABodyIsTooSlowArrivesAndEndsTheConnection() throws Exception {
        try (var raw = new RawConnection()) {
            raw.send("POST /api/v1/complaints?mode=slow HTTP/1.1\r\nHost: a\r\nContent-Length: 500\r\n\r\n{");

            assertThat(raw.readAll())
                    .startsWith("HTTP/1.1 408 ")
                    .containsIgnoringCase("connection: close")
                    .endsWith("{\"code\":\"too-slow\"}");
        }
    }
}
