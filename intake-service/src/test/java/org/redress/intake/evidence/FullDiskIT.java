package org.redress.intake.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;
import static org.redress.intake.evidence.Uploads.added;
import static org.redress.intake.evidence.Uploads.address;
import static org.redress.intake.evidence.Uploads.form;
import static org.redress.intake.evidence.Uploads.picture;

import io.quarkus.arc.Arc;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.infra.RedressInfra;
import org.redress.infra.file.Recording;
import org.redress.intake.Desk;
import org.redress.intake.Ledger;
import org.redress.intake.filestore.FileStore;

/** Uploads that cannot be kept, or never arrive as a whole, on a disk that nobody else writes to. */
@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = SmallDisk.class)
class FullDiskIT {
    private static final int MIB = 1024 * 1024;
    private static final String PLATFORM = "qihui";

    private final String me = Desk.someone();
    private String complaint = "";

    @BeforeEach
    void file() {
        complaint = Desk.filed(PLATFORM, me);
    }

    @Test
    void aFullDiskIsToldAndLeavesNothing() throws IOException {
        assumeThat(SmallDisk.isMounted())
                .as("this machine lets tests mount a disk")
                .isTrue();
        Response kept = added("complainant", PLATFORM, me, complaint, picture(), "CHAT");
        List<Path> files = files();
        byte[] large = Arrays.copyOf(picture(), 12 * MIB);

        assertThat(Ledger.leftBy(() -> storeFull(large))).isEmpty();
        assertThat(files()).isEqualTo(files);
        String content = address(complaint) + "/" + kept.jsonPath().getString("id") + "/content";
        assertThat(Desk.as("agent", PLATFORM, "agent-1").get(content).statusCode())
                .isEqualTo(200);
        added("complainant", PLATFORM, me, complaint, picture(), "CHAT");
    }

    private void storeFull(byte[] large) {
        Response answer = form("complainant", PLATFORM, me, large, "CHAT")
                .header("Accept-Language", "zh-CN")
                .post(address(complaint));

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(507);
        assertThat(answer.jsonPath().getString("code")).isEqualTo("store-full");
        assertThat(answer.jsonPath().getString("title")).isEqualTo("存储空间不足");
        assertThat(answer.header("Retry-After")).isEqualTo("60");
    }

    @Test
    void anUploadThatBreaksOffLeavesNothing() throws IOException {
        List<Path> files = files();

        assertThat(Ledger.leftBy(() -> breakOffTenTimes(files))).isEmpty();
        // Their places are free again.
        added("complainant", PLATFORM, me, complaint, picture(), "CHAT");
    }

    private void breakOffTenTimes(List<Path> files) throws IOException {
        for (int part = 0; part < 10; part++) {
            try (var upload = new SlowUpload(RestAssured.port, PLATFORM, me, complaint, "ERROR_SCREEN", MIB)) {
                upload.write(Recording.head(MIB));
                upload.noise((long) MIB * part / 10, part);
            }
        }

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(files()).isEqualTo(files));
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal("its content", 415, Map.of("kind", "CHAT"), Uploads.text("<html><script>")),
                refusal(
                        "a file that cannot be read",
                        422,
                        Map.of("kind", "CHAT"),
                        Uploads.text("%PDF-1.4 " + UUID.randomUUID())),
                refusal("another file's hash", 422, Map.of("kind", "CHAT", "sha256", "0".repeat(64)), picture()),
                refusal("a wrong field", 422, Map.of("kind", "CHAT", "occurredAt", "2099-01-01T00:00:00Z"), picture()),
                refusal("an unknown field", 422, Map.of("kind", "CHAT", "version", "9"), picture()),
                refusal("no kind", 422, Map.of(), picture()),
                refusal("a kind that it is not", 415, Map.of("kind", "CALL_RECORDING"), picture()),
                refusal("a second file", 400, Map.of("kind", "CHAT", "file", "second"), picture()),
                refusal("a version that is past", 412, Map.of("kind", "CHAT", "If-Match", "\"999\""), picture()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void whatIsRefusedIsDeletedAtOnceFileAndCopy(String why, int status, Map<String, String> fields, byte[] file)
            throws IOException {
        List<Path> files = files();
        var form = form("complainant", PLATFORM, me, UUID.randomUUID().toString(), file, "a.png");
        fields.forEach((name, value) -> {
            if (name.equals("If-Match")) {
                form.header(name, value);
            } else if (name.equals("file")) {
                form.multiPart(name, "b.txt", Uploads.text(value), "text/plain");
            } else {
                form.multiPart(name, value);
            }
        });

        Response answer = form.post(address(complaint));

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(files()).isEqualTo(files);
    }

    @Test
    void aRefusalTakesNothingThatARowNames() throws IOException {
        byte[] file = picture();
        added("complainant", PLATFORM, me, complaint, file, "CHAT");
        List<Path> files = files();

        form("complainant", PLATFORM, me, file, "CHAT")
                .header("If-Match", "\"999\"")
                .post(address(complaint))
                .then()
                .statusCode(412);

        assertThat(files()).isEqualTo(files);
    }

    /** As a process leaves it that died between storing and naming. */
    @Test
    void orphansAreSweptAndNothingElse() throws IOException {
        Response kept = added("complainant", PLATFORM, me, complaint, picture(), "CHAT");
        byte[] left = picture();
        Arc.container().instance(FileStore.class).get().keep(new ByteArrayInputStream(left), left.length);
        String orphan = Uploads.sha256(left);
        assertThat(names()).contains(orphan);
        SweepOrphans sweep = Arc.container().instance(SweepOrphans.class).get();

        assertThat(sweep.sweep(Instant.now().minus(Duration.ofHours(1)))).isZero();
        assertThat(names()).contains(orphan);
        assertThat(sweep.sweep(Instant.now().plus(Duration.ofHours(1)))).isPositive();

        assertThat(names())
                .doesNotContain(orphan)
                .contains(kept.jsonPath().getString("versions[0].original.sha256"))
                .contains(kept.jsonPath().getString("versions[0].copy.sha256"));
        assertThat(Ledger.texts("select sha256 from evidence union select copy_sha256 from evidence"))
                .containsAll(names());
    }

    private static Arguments refusal(String why, int status, Map<String, String> fields, byte[] file) {
        return Arguments.of(why, status, fields, file);
    }

    private static List<String> names() throws IOException {
        return files().stream().map(file -> file.getFileName().toString()).toList();
    }

    private static List<Path> files() throws IOException {
        try (var files = Files.walk(SmallDisk.root())) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
