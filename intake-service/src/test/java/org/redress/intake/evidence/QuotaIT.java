package org.redress.intake.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.intake.Desk.as;
import static org.redress.intake.evidence.Uploads.address;
import static org.redress.intake.evidence.Uploads.form;
import static org.redress.intake.evidence.Uploads.picture;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.infra.RedressInfra;
import org.redress.intake.Desk;
import org.redress.intake.Ledger;

@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
class QuotaIT {
    private static final String PLATFORM = "kamen";
    private static final int FILES = 100;
    private static final int FILES_OF_PERSON = 200;

    private final String me = Desk.someone();
    private String complaint = "";

    @BeforeEach
    void file() {
        complaint = Desk.filed(PLATFORM, me);
    }

    @Test
    void theLimitsArePublishedToEveryone() {
        JsonPath limits = io.restassured.RestAssured.get("/api/v1/complaints/evidence-limits")
                .jsonPath();

        assertThat(limits.getInt("perComplaint.maxFiles")).isEqualTo(FILES);
        assertThat(limits.getInt("perPerson.maxFiles")).isEqualTo(FILES_OF_PERSON);
        assertThat(limits.getString("perPerson.period")).isEqualTo("PT24H");
        assertThat(limits.getList("kinds.kind")).hasSize(11);
        assertThat(
                        limits.getLong(
                                "kinds.find { it.kind == 'ERROR_SCREEN' }.accepted.find { it.mediaType == 'video/mp4' }.maxBytes"))
                .isEqualTo(200L * 1024 * 1024);
        assertThat(limits.getList("kinds.find { it.kind == 'INVOICE' }.accepted.mediaType"))
                .contains("image/png", "application/pdf")
                .doesNotContain("video/mp4");
    }

    @Test
    void ofParallelUploadsOnlyThoseThatFitAreKept() throws Exception {
        hold(complaint, "PARTNER", FILES - 2, 1);

        List<Response> answers = together(
                6, i -> form("complainant", PLATFORM, me, picture(), "CHAT").post(address(complaint)));

        // Four at once is what one person may; whoever came too early is told to come again.
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 201))
                .hasSize(2);
        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isIn(201, 409, 429));
        assertThat(Ledger.texts("select count(*) from evidence where complaint_id = ?", UUID.fromString(complaint)))
                .containsExactly(Integer.toString(FILES));
        Response more = form("complainant", PLATFORM, me, picture(), "CHAT")
                .header("Accept-Language", "zh-CN")
                .post(address(complaint));
        assertThat(more.statusCode()).isEqualTo(409);
        assertThat(more.jsonPath().getString("code")).isEqualTo("complaint-files-used-up");
        assertThat(more.jsonPath().getInt("limit")).isEqualTo(FILES);
        assertThat(more.jsonPath().getString("detail")).isEqualTo("每一方为一件投诉最多添加 100 个文件，所有版本计算在内。");
    }

    @Test
    void theBytesOfAComplaintAreBoundToo() {
        hold(complaint, "PARTNER", 1, 1024L * 1024 * 1024 - 10);

        Response answer = form("complainant", PLATFORM, me, picture(), "CHAT").post(address(complaint));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.jsonPath().getString("code")).isEqualTo("complaint-bytes-used-up");
        assertThat(answer.jsonPath().getString("detail"))
                .isEqualTo(
                        "The files that each side adds to a complaint may have 1024 MiB together; a file of 10 B would pass.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MERCHANT", "PLATFORM", "AGENT"})
    void whatOthersAddLeavesTheComplainantTheirRoom(String other) {
        hold(complaint, other, FILES, 1024L * 1024 * 1024 / FILES);

        Uploads.added("complainant", PLATFORM, me, complaint, picture(), "CHAT");

        if (other.equals("AGENT")) {
            Response full =
                    form("agent", PLATFORM, "agent-1", picture(), "CHAT").post(address(complaint));
            assertThat(full.statusCode()).isEqualTo(409);
            assertThat(full.jsonPath().getString("code")).isEqualTo("complaint-files-used-up");
        }
    }

    /** The rows that fill up come after the first answer: only its key tells the repeat from one more. */
    @ParameterizedTest
    @ValueSource(strings = {"PARTNER", "COMPLAINANT"})
    void theLastAllowedUploadIsAnsweredAgainUnderItsKey(String role) {
        boolean ofPerson = role.equals("COMPLAINANT");
        byte[] file = picture();
        String key = UUID.randomUUID().toString();
        hold(ofPerson ? Desk.filed(PLATFORM, me) : complaint, role, (ofPerson ? FILES_OF_PERSON : FILES) - 1, 1);
        Response first = under(key, file);
        assertThat(first.statusCode()).as(first.asString()).isEqualTo(201);

        Response again = under(key, file);

        assertThat(again.statusCode()).as(again.asString()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(under(key, picture()).statusCode()).as("another file").isEqualTo(422);
        assertThat(under(UUID.randomUUID().toString(), file).statusCode())
                .as("another key")
                .isEqualTo(ofPerson ? 429 : 409);
    }

    private Response under(String key, byte[] file) {
        return form("complainant", PLATFORM, me, key, file, "a.png")
                .multiPart("kind", "CHAT")
                .post(address(complaint));
    }

    @Test
    void onePersonsParallelUploadsToManyComplaintsAreCountedTogether() throws Exception {
        hold(Desk.filed(PLATFORM, me), "COMPLAINANT", FILES_OF_PERSON - 1, 1);
        List<String> complaints =
                List.of(complaint, Desk.filed(PLATFORM, me), Desk.filed(PLATFORM, me), Desk.filed(PLATFORM, me));

        List<Response> answers = together(
                4, i -> form("complainant", PLATFORM, me, picture(), "CHAT").post(address(complaints.get(i))));

        assertThat(answers.stream().filter(answer -> answer.statusCode() == 201))
                .hasSize(1);
        Response refused = answers.stream()
                .filter(answer -> answer.statusCode() != 201)
                .findFirst()
                .orElseThrow();
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.jsonPath().getString("code")).isEqualTo("person-files-used-up");
        assertThat(Long.parseLong(refused.header("Retry-After"))).isBetween(86_000L, 86_401L);
        // Others are not touched by it, nor is what the person did long ago counted.
        assertThat(form("agent", PLATFORM, "agent-1", picture(), "CHAT")
                        .post(address(complaint))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void evidenceIsNeverBoundByUrging() {
        for (int i = 0; i < 3; i++) {
            as("complainant", PLATFORM, me)
                    .contentType("application/json")
                    .body("{}")
                    .post("/api/v1/complaints/" + complaint + "/urges");
            Uploads.added("complainant", PLATFORM, me, complaint, picture(), "CHAT");
        }
    }

    private static List<Response> together(int count, IntFunction<Response> upload)
            throws InterruptedException, ExecutionException {
        ExecutorService clients = Executors.newFixedThreadPool(count);
        try {
            List<Future<Response>> sent = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int n = i;
                sent.add(clients.submit(() -> upload.apply(n)));
            }
            List<Response> answers = new ArrayList<>();
            for (Future<Response> one : sent) {
                answers.add(one.get());
            }
            return answers;
        } finally {
            clients.shutdown();
        }
    }

    /** Rows as if so much had been added. */
    private void hold(String to, String role, int files, long bytesEach) {
        try (var connection = DriverManager.getConnection(RedressInfra.jdbcUrl(), "postgres", "postgres");
                var insert = connection.prepareStatement("""
                        insert into evidence (complaint_id, evidence_id, version, platform, kind, media_type, size, sha256,
                            copy_media_type, copy_size, copy_sha256, file_name, by_role, by_id, added_at)
                        select ?, gen_random_uuid(), 1, ?, 'OTHER', 'image/png', ?, repeat('0', 64), 'image/png', 1,
                               repeat('0', 64), 'a.png', ?, ?, now() - interval '1 minute' from generate_series(1, ?)""")) {
            insert.setObject(1, UUID.fromString(to));
            insert.setString(2, PLATFORM);
            insert.setLong(3, bytesEach);
            insert.setString(4, role);
            insert.setString(5, role.equals("COMPLAINANT") ? me : "another");
            insert.setInt(6, files);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
