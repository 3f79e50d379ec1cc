package org.redress.intake.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.redress.intake.Desk.as;
import static org.redress.intake.Desk.filed;
import static org.redress.intake.Desk.someone;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.infra.RedressInfra;
import org.redress.intake.Ledger;

@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
class LiveIT {
    @SuppressWarnings("NullAway.Init") // set by the test extension
    @TestHTTPResource("/api/v1/complaints/stream")
    URI stream;

    /** A reader of the stream that keeps every line. */
    private static final class Reader implements AutoCloseable {
        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final InputStream body;

        Reader(URI stream, String platform, @Nullable String lastEventId) throws IOException, InterruptedException {
            var request = HttpRequest.newBuilder(stream)
                    .header("Authorization", "Bearer " + RedressInfra.token("ops", platform, "ops-1"))
                    .header("Accept", "text/event-stream");
            if (lastEventId != null) {
                request.header("Last-Event-ID", lastEventId);
            }
            HttpResponse<InputStream> answer =
                    HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            assertThat(answer.statusCode()).isEqualTo(200);
            body = answer.body();
            Thread thread = new Thread(this::read, "reader");
            thread.setDaemon(true);
            thread.start();
        }

        private void read() {
            try (var reader = new java.io.BufferedReader(new java.io.InputStreamReader(body, StandardCharsets.UTF_8))) {
                reader.lines().forEach(lines::add);
            } catch (IOException | java.io.UncheckedIOException e) {
                lines.add("closed");
            }
        }

        void waitFor(String part) {
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(lines)
                            .anySatisfy(line -> assertThat(line).contains(part)));
        }

        long times(String part) {
            return lines.stream().filter(line -> line.contains(part)).count();
        }

        String lastId() {
            return lines.stream()
                    .filter(line -> line.startsWith("id:"))
                    .reduce((first, second) -> second)
                    .orElseThrow()
                    .substring("id:".length())
                    .strip();
        }

        @Override
        public void close() throws IOException {
            body.close();
        }
    }

    @Test
    void aFiledComplaintIsSeenAtOnceAsASummary() throws Exception {
        try (var reader = new Reader(stream, "huijin", null)) {
            String me = someone();
            String id = filed("huijin", me);
            reader.waitFor(id);
            assertThat(reader.lines).contains("event:complaint");
            assertThat(String.join("\n", reader.lines))
                    .contains("\"status\":\"FILED\"")
                    .doesNotContain("13800138000");
        }
    }

    @Test
    void aReaderThatWasAwayGetsWhatItMissedAndNothingTwice() throws Exception {
        String seen = filed("huijin", someone());
        String first;
        try (var reader = new Reader(stream, "huijin", "0-0")) {
            reader.waitFor(seen);
            await().atMost(Duration.ofSeconds(20)).until(() -> reader.lastId().length() > 0);
            first = reader.lastId();
        }
        String missed = filed("huijin", someone());
        try (var reader = new Reader(stream, "huijin", first)) {
            reader.waitFor(missed);
            assertThat(reader.times(seen)).isZero();
            assertThat(reader.times(missed)).isEqualTo(1);
        }
    }

    @Test
    void aPlatformsStreamHasNothingOfAnother() throws Exception {
        try (var other = new Reader(stream, "qihui", "0-0");
                var own = new Reader(stream, "kamen", null)) {
            String id = filed("kamen", someone());
            own.waitFor(id);
            String theirs = filed("qihui", someone());
            other.waitFor(theirs);
            assertThat(other.times(id)).isZero();
            assertThat(other.times("\"platform\":\"kamen\"")).isZero();
            assertThat(own.times(theirs)).isZero();
        }
    }

    @Test
    void aChangeByAnotherInstanceIsSeen() throws Exception {
        String id = filed("wangwang", someone());
        try (var reader = new Reader(stream, "wangwang", null)) {
            Ledger.texts(
                    "update complaint set owner = 'agent-elsewhere' where id = ? returning version",
                    UUID.fromString(id));
            reader.waitFor("agent-elsewhere");
        }
    }

    @Test
    void aSilentStreamSaysThatItIsAlive() throws Exception {
        try (var reader = new Reader(stream, "kameng", null)) {
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> reader.times(":alive") >= 2 || reader.times(": alive") >= 2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"complainant", "partner", "merchant", "platform"})
    void theStreamIsForStaff(String role) {
        as(role, "huijin", "x").get("/api/v1/complaints/stream").then().statusCode(403);
    }
}
