package org.redress.sla.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.redress.infra.RedressInfra;
import org.redress.sla.CaseScript;
import org.redress.sla.SlaFixture;
import org.redress.sla.StoredClocks;
import org.redress.sla.StoredClocks.Stored;

/** The board, live: changes as they commit, resuming, and what too many or too slow readers may cost. */
@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
class BoardStreamIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Random random = new Random(7);

    @Inject
    SlaFixture sla;

    @Inject
    StoredClocks clocks;

    @Inject
    BoardFeed feed;

    private final String platform = SlaFixture.newPlatform();
    private final List<OpenStream> open = new ArrayList<>();

    @AfterEach
    void closeAll() {
        open.forEach(OpenStream::close);
        await().atMost(SOON).until(() -> feed.listening() == 0);
    }

    @Test
    void aComplaintIsToldAsItIsFiledAndAsItIsBreached() {
        SlaFixture.activate(platform, "FIRST_RESPONSE", "PT3S", "").statusCode(201);
        OpenStream reader = open(null);
        await().atMost(SOON).until(() -> reader.has("event:board"));
        var complaint = new CaseScript(platform);

        sla.receive(List.of(complaint.filed(sla.now())));

        await().atMost(SOON)
                .until(() -> reader.dataOf("complaint").stream()
                        .anyMatch(data -> data.contains(complaint.id.toString()) && data.contains("\"RUNNING\"")));
        await().atMost(SOON)
                .until(() -> reader.dataOf("complaint").stream()
                        .anyMatch(data -> data.contains(complaint.id.toString()) && data.contains("\"BREACHED\"")));
        await().atMost(SOON)
                .until(() -> reader.dataOf("board").stream()
                        .anyMatch(data -> data.contains("{\"state\":\"BREACHED\",\"count\":1,")));
    }

    @Test
    void oneHearsOfOnesOwnPlatformOnly() {
        String other = SlaFixture.newPlatform();
        save(other, 1);
        save(platform, 1);
        OpenStream reader = open(null);
        await().atMost(SOON).until(() -> reader.has("event:place"));

        clocks.touch(other);
        clocks.touch(platform);

        await().atMost(SOON).until(() -> !reader.dataOf("complaint").isEmpty());
        assertThat(reader.dataOf("complaint"))
                .allSatisfy(data -> assertThat(data).contains(platform).doesNotContain(other));
    }

    @Test
    void whoResumesHearsWhatWasMissed() {
        save(platform, 3);
        OpenStream first = open(null);
        await().atMost(SOON).until(() -> first.has("event:place"));
        clocks.touch(platform);
        await().atMost(SOON).until(() -> first.dataOf("complaint").size() == 3);
        await().atMost(SOON).until(() -> first.count("event:place") > 1);
        String place = first.lastId();
        first.close();
        clocks.touch(platform);

        OpenStream second = open(place);

        await().atMost(SOON).until(() -> second.dataOf("complaint").size() >= 3);
        assertThat(second.has("event:reset")).isFalse();
    }

    @Test
    void whoResumesFromNowhereIsToldToReadAnew() {
        for (String place : List.of("nonsense", "1", "999999999999999999", "-5")) {
            OpenStream reader = open(place);

            await().atMost(SOON).until(() -> reader.has("event:reset"));
        }
    }

    @Test
    void aFloodOfChangesIsOneWordAndNotHundreds() {
        save(platform, 450);
        OpenStream reader = open(null);
        await().atMost(SOON).until(() -> reader.has("event:place"));

        clocks.touch(platform);

        await().atMost(SOON).until(() -> reader.dataOf("reset").contains("{\"changed\":450}"));
        assertThat(reader.dataOf("complaint")).isEmpty();
    }

    @Test
    void moreStreamsThanAllowedAreRefused() {
        IntStream.range(0, 20).forEach(i -> open(null));
        await().atMost(SOON).until(() -> feed.listening() == 20);

        OpenStream oneMore = open(null);

        await().atMost(SOON).until(() -> oneMore.has("HTTP/1.1 503"));
        open.get(0).close();
        await().atMost(SOON).until(() -> feed.listening() == 19);
        OpenStream another = open(null);
        await().atMost(SOON).until(() -> another.has("event:board"));
    }

    @Test
    void whoDoesNotReadIsCutOff() throws IOException {
        save(platform, 190);
        OpenStream reader = open(null);
        try (Socket silent = socket(null)) {
            await().atMost(SOON).until(() -> feed.listening() == 2);

            await().atMost(Duration.ofSeconds(90))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> {
                        clocks.touch(platform);
                        return feed.listening() == 1;
                    });

            assertThat(silent.isClosed()).isFalse();
            int told = reader.dataOf("complaint").size();
            await().atMost(SOON).until(() -> {
                clocks.touch(platform);
                return reader.dataOf("complaint").size() > told;
            });
        }
    }

    private void save(String platform, int count) {
        Instant now = sla.now();
        List<Stored> stored = IntStream.range(0, count)
                .mapToObj(i -> StoredClocks.open(platform, random, "RUNNING", now, now.plusSeconds(5000 + i)))
                .toList();
        clocks.save(stored);
    }

    private OpenStream open(@Nullable String lastEventId) {
        try {
            var reader = new OpenStream(socket(lastEventId));
            open.add(reader);
            return reader;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Socket socket(@Nullable String lastEventId) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(8 * 1024);
        socket.connect(new InetSocketAddress("localhost", RestAssured.port));
        String resume = lastEventId == null ? "" : "Last-Event-ID: " + lastEventId + "\r\n";
        socket.getOutputStream()
                .write(("GET /api/v1/sla/board/stream HTTP/1.1\r\nHost: localhost\r\n"
                                + "Accept: text/event-stream\r\nAuthorization: Bearer "
                                + RedressInfra.token("ops", platform, "ops-1") + "\r\n" + resume + "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
