package org.redress.intake.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.redress.intake.Desk.as;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.redress.infra.RedressInfra;

/**
 * A reader that never reads costs the service no more than its backlog. Less than the backlog changes at a time, so that it is not
 * the speed of changes that fills it but the connection, which takes no more.
 */
@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
class SlowReaderIT {
    private static final int COMPLAINTS = 400;

    @SuppressWarnings("NullAway.Init") // set by the test extension
    @TestHTTPResource("/api/v1/complaints/stream")
    URI stream;

    private final Jdbi jdbi;
    private final ChangeFeed feed;
    private final String platform = "slow-" + UUID.randomUUID().toString().substring(0, 8);

    @Inject
    SlowReaderIT(Jdbi jdbi, ChangeFeed feed) {
        this.jdbi = jdbi;
        this.feed = feed;
    }

    @Test
    void oneThatNeverReadsIsCut() throws IOException {
        manyComplaints();
        int before = feed.listening();
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(4_096);
            socket.connect(new InetSocketAddress(stream.getHost(), stream.getPort()));
            String request = "GET " + stream.getPath() + " HTTP/1.1\r\nHost: " + stream.getAuthority()
                    + "\r\nAccept: text/event-stream\r\nAuthorization: Bearer "
                    + RedressInfra.token("ops", platform, "ops-1") + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            await().atMost(Duration.ofSeconds(20)).until(() -> feed.listening() == before + 1);

            await().atMost(Duration.ofSeconds(90))
                    .pollInterval(Duration.ofMillis(400))
                    .until(() -> {
                        changeAll();
                        return feed.listening() == before;
                    });
        }
        assertThat(as("ops", platform, "ops-1")
                        .get("/api/v1/complaints?limit=1")
                        .statusCode())
                .isEqualTo(200);
    }

    private void manyComplaints() {
        jdbi.useHandle(handle -> {
            handle.execute("insert into platform select ?, profile, 'test' from platform where id = 'kamen'", platform);
            handle.createUpdate("""
                            insert into complaint (id, platform, number, status, order_no, description, channel, complainant_id,
                                filed_by, filed_by_role, language)
                            select gen_random_uuid(), :platform, :platform || i, 'FILED', :orderNo || i, 'x', 'APP', 'u', 'u',
                                   'complainant', 'en'
                              from generate_series(1, :many) i""")
                    .bind("platform", platform)
                    .bind("many", COMPLAINTS)
                    .bind("orderNo", "o".repeat(60))
                    .execute();
        });
    }

    private void changeAll() {
        jdbi.useHandle(
                handle -> handle.execute("update complaint set version = version + 1 where platform = ?", platform));
    }
}
