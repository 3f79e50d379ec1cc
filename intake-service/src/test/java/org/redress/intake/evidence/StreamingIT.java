package org.redress.intake.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.infra.RedressInfra;
import org.redress.infra.file.Recording;
import org.redress.intake.Desk;
import org.redress.intake.Ledger;

/**
 * What a large file costs in memory. Client and service share this JVM, the client sends from one buffer of 64 KiB; the
 * live heap is what is used right after a full collection (System.gc() with the serial collector). It is taken before, at
 * each quarter while the upload stands still, over and over until the answer is there, and during the download.
 */
@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
class StreamingIT {
    private static final long MIB = 1024 * 1024;
    private static final long SIZE = 100 * MIB;
    private static final long ALLOWED = 10 * MIB;
    private static final String PLATFORM = "huijin";

    private final String me = Desk.someone();
    private String complaint = "";

    @BeforeEach
    void file() {
        complaint = Desk.filed(PLATFORM, me);
    }

    @Test
    void aHundredMebibytesNeedNoMoreThanTenOfHeap() throws IOException {
        upload(MIB, new ArrayList<>());
        long before = live();
        List<Long> needed = new ArrayList<>();

        String answer = upload(SIZE, needed);
        assertThat(answer).startsWith("HTTP/1.1 201");
        String id = answer.replaceFirst("(?s).*\"id\":\"([0-9a-f-]{36})\",\"complaintId\".*", "$1");
        long copied = download(id, needed);

        long most = needed.stream().mapToLong(used -> used - before).max().orElseThrow();
        System.getLogger("streaming")
                .log(
                        System.Logger.Level.INFO,
                        "live heap: {0} KiB more at most, {1} measurements",
                        most / 1024,
                        needed.size());
        assertThat(copied).isEqualTo(SIZE + Recording.head(SIZE).length);
        assertThat(needed).hasSizeGreaterThan(8);
        assertThat(most).isLessThanOrEqualTo(ALLOWED);
        assertThat(Ledger.texts("select max(size) from evidence where complaint_id = ?", UUID.fromString(complaint)))
                .containsExactly(Long.toString(copied));
    }

    private String upload(long size, List<Long> needed) throws IOException {
        byte[] head = Recording.head(size);
        try (var upload =
                new SlowUpload(RestAssured.port, PLATFORM, me, complaint, "ERROR_SCREEN", head.length + size)) {
            upload.write(head);
            for (int quarter = 0; quarter < 4; quarter++) {
                upload.noise(size / 4, quarter + size);
                needed.add(live());
            }
            upload.end(true);
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> {
                        needed.add(live());
                        return upload.answered();
                    });
            return upload.answer();
        }
    }

    private long download(String id, List<Long> needed) throws IOException {
        var connection = (HttpURLConnection)
                URI.create("http://localhost:" + RestAssured.port + Uploads.address(complaint) + "/" + id + "/content")
                        .toURL()
                        .openConnection();
        connection.setRequestProperty("Authorization", "Bearer " + RedressInfra.token("agent", PLATFORM, "agent-1"));
        byte[] buffer = new byte[64 * 1024];
        long length = 0;
        try (var in = connection.getInputStream()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (length / (25 * MIB) != (length + read) / (25 * MIB)) {
                    needed.add(live());
                }
                length += read;
            }
        }
        return length;
    }

    private static long live() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
