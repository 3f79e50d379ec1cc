package org.redress.intake.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.redress.intake.Desk.as;
import static org.redress.intake.evidence.Uploads.added;
import static org.redress.intake.evidence.Uploads.address;
import static org.redress.intake.evidence.Uploads.form;
import static org.redress.intake.evidence.Uploads.picture;
import static org.redress.intake.evidence.Uploads.sha256;
import static org.redress.intake.evidence.Uploads.text;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.infra.RedressInfra;
import org.redress.intake.Desk;
import org.redress.intake.Ledger;
import org.redress.intake.Others;

@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
class EvidenceIT {
    private static final String PLATFORM = "qihui";

    private final String me = Desk.someone();
    private String complaint = "";

    @BeforeEach
    void file() {
        complaint = Desk.filed(PLATFORM, me);
    }

    @Test
    void aFileIsAddedListedAndDownloaded() {
        byte[] file = picture();

        Response answer = form("complainant", PLATFORM, me, file, "PAYMENT_RECORD")
                .multiPart("occurredAt", "2023-10-15T14:30:00+08:00")
                .multiPart(new MultiPartSpecBuilder("<b>paid</b> 看这里")
                        .controlName("note")
                        .mimeType("text/plain")
                        .charset(StandardCharsets.UTF_8)
                        .build())
                .multiPart("keyFact", "true")
                .multiPart("sha256", sha256(file))
                .post(address(complaint));

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        JsonPath piece = answer.jsonPath();
        String id = piece.getString("id");
        assertThat(answer.header("Location")).endsWith(address(complaint) + "/" + id);
        assertThat(answer.header("ETag")).isEqualTo(etag());
        assertThat(piece.getString("kind")).isEqualTo("PAYMENT_RECORD");
        assertThat(piece.getString("occurredAt")).isEqualTo("2023-10-15T06:30:00Z");
        assertThat(piece.getString("by")).isEqualTo("COMPLAINANT");
        assertThat(piece.getBoolean("own")).isTrue();
        assertThat(piece.getBoolean("keyFact")).isTrue();
        assertThat(piece.getString("versions[0].note")).isEqualTo("<b>paid</b> 看这里");
        assertThat(piece.getString("versions[0].fileName")).isEqualTo("支付凭证.png");
        assertThat(piece.getString("versions[0].original.sha256")).isEqualTo(sha256(file));
        assertThat(piece.getLong("versions[0].original.size")).isEqualTo(file.length);
        assertThat(piece.getString("versions[0].original.mediaType")).isEqualTo("image/png");
        assertThat(mine().getList("items.id")).containsExactly(id);
        assertThat(as("agent", PLATFORM, "agent-1")
                        .get(address(complaint) + "/" + id)
                        .jsonPath()
                        .getBoolean("own"))
                .isFalse();

        Response copy = as("agent", PLATFORM, "agent-1").get(address(complaint) + "/" + id + "/content");
        assertThat(copy.statusCode()).isEqualTo(200);
        assertThat(sha256(copy.asByteArray())).isEqualTo(piece.getString("versions[0].copy.sha256"));
        assertThat(copy.header("ETag")).isEqualTo("\"" + piece.getString("versions[0].copy.sha256") + "\"");
        assertThat(copy.header("Content-Length")).isEqualTo(Integer.toString(copy.asByteArray().length));
        assertThat(copy.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"____.png\"; filename*=UTF-8''"
                        + "%E6%94%AF%E4%BB%98%E5%87%AD%E8%AF%81.png");
        assertThat(copy.header("Content-Type")).isEqualTo("image/png");
        assertThat(copy.headers().getValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(copy.header("Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
        assertThat(copy.headers().getValues("Cache-Control")).containsExactly("no-store");
    }

    @Test
    void theTimelineAndTheTopicTellOfItWithoutNameAndWords() {
        byte[] file = picture();
        Response answer = form("complainant", PLATFORM, me, UUID.randomUUID().toString(), file, "secret-name.png")
                .multiPart("kind", "CHAT")
                .multiPart("note", "secret-word")
                .post(address(complaint));
        String id = answer.jsonPath().getString("id");

        JsonPath timeline = as("complainant", PLATFORM, me)
                .get("/api/v1/complaints/" + complaint + "/timeline")
                .jsonPath();
        Map<String, Object> entry = timeline.getMap("items.find { it.kind == 'EVIDENCE_ADDED' }.data");
        assertThat(entry)
                .containsEntry("evidenceId", id)
                .containsEntry("version", 1)
                .containsEntry("sha256", sha256(file));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(told())
                        .anySatisfy(event -> assertThat(event).contains(id, sha256(file), "image/png"))
                        .allSatisfy(event -> assertThat(event).doesNotContain("secret")));
    }

    private List<String> told() {
        return Others.read("complaint-events", complaint).stream()
                .map(ConsumerRecord::value)
                .map(value -> new String(value, StandardCharsets.UTF_8))
                .toList();
    }

    @Test
    void aNewVersionLeavesTheOthersAsTheyWere() {
        byte[] first = picture();
        byte[] second = picture();
        String id = added("complainant", PLATFORM, me, complaint, first, "ORDER_PAGE")
                .jsonPath()
                .getString("id");

        Response answer = form("complainant", PLATFORM, me, UUID.randomUUID().toString(), second, "b.png")
                .multiPart("occurredAt", "2024-01-01T00:00:00Z")
                .post(address(complaint) + "/" + id + "/versions");

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        assertThat(answer.jsonPath().getList("versions.version")).containsExactly(1, 2);
        assertThat(answer.jsonPath().getList("versions.original.sha256"))
                .containsExactly(sha256(first), sha256(second));
        assertThat(answer.jsonPath().getString("occurredAt")).isEqualTo("2024-01-01T00:00:00Z");
        assertThat(download(id, "?version=1&original=true")).isEqualTo(first);
        assertThat(download(id, "?version=2&original=true")).isEqualTo(second);
        assertThat(download(id, "?original=true")).isEqualTo(second);
        assertThat(mine().getList("items")).hasSize(1);
        assertThat(Ledger.texts(
                        "select version || ' ' || sha256 from evidence where evidence_id = ? order by version",
                        UUID.fromString(id)))
                .containsExactly("1 " + sha256(first), "2 " + sha256(second));
    }

    private byte[] download(String id, String query) {
        return as("complainant", PLATFORM, me)
                .get(address(complaint) + "/" + id + "/content" + query)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    @Test
    void theListIsInTheOrderInWhichThingsHappenedAndComesInPages() {
        String late = happened("2024-03-03T00:00:00Z");
        String early = happened("2024-01-01T08:00:00+08:00");
        String unknown = added("complainant", PLATFORM, me, complaint, picture(), "CHAT")
                .jsonPath()
                .getString("id");
        String middle = happened("2024-02-02T00:00:00Z");

        assertThat(mine().getList("items.id")).containsExactly(early, middle, late, unknown);
        JsonPath first = page("?limit=3");
        assertThat(first.getList("items.id")).containsExactly(early, middle, late);
        JsonPath second = page("?limit=3&cursor=" + first.getString("next"));
        assertThat(second.getList("items.id")).containsExactly(unknown);
        assertThat(second.getString("next")).isNull();
        as("complainant", PLATFORM, me)
                .get(address(complaint) + "?cursor=bm9uc2Vuc2U")
                .then()
                .statusCode(422);
    }

    private String happened(String at) {
        return form("complainant", PLATFORM, me, picture(), "ERROR_SCREEN")
                .multiPart("occurredAt", at)
                .post(address(complaint))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void aRepeatedUploadIsAnsweredAsBeforeAndKeptOnce() {
        byte[] file = picture();
        String key = UUID.randomUUID().toString();

        Response first = form("complainant", PLATFORM, me, key, file, "a.png")
                .multiPart("kind", "CHAT")
                .post(address(complaint));
        Response again = form("complainant", PLATFORM, me, key, file, "a.png")
                .multiPart("kind", "CHAT")
                .post(address(complaint));
        Response other = form("complainant", PLATFORM, me, key, picture(), "a.png")
                .multiPart("kind", "CHAT")
                .post(address(complaint));

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.jsonPath().getString("id")).isEqualTo(first.jsonPath().getString("id"));
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.jsonPath().getString("code")).isEqualTo("idempotency-key-reused");
        assertThat(mine().getList("items")).hasSize(1);
    }

    @Test
    void theSameFileMayBeAddedTwiceAndIsStoredOnce() {
        byte[] file = picture();
        added("complainant", PLATFORM, me, complaint, file, "CHAT");
        added("complainant", PLATFORM, me, complaint, file, "ORDER_PAGE");

        assertThat(mine().getList("items")).hasSize(2);
    }

    @Test
    void whatIfMatchNamesMustBeTheVersion() {
        Response stale = form("complainant", PLATFORM, me, picture(), "CHAT")
                .header("If-Match", "\"999\"")
                .post(address(complaint));
        Response fresh = form("complainant", PLATFORM, me, picture(), "CHAT")
                .header("If-Match", etag())
                .post(address(complaint));

        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(fresh.statusCode()).isEqualTo(201);
    }

    @Test
    void marksAreMadeAndTakenAway() {
        String id = added("complainant", PLATFORM, me, complaint, picture(), "CHAT")
                .jsonPath()
                .getString("id");

        JsonPath marked = mark("agent", "agent-1", id, "{\"keyFact\": true, \"note\": \"the promise\"}");
        assertThat(marked.getBoolean("keyFact")).isTrue();
        assertThat(marked.getString("remark")).isEqualTo("the promise");
        assertThat(mark("complainant", me, id, "{\"keyFact\": false}").getBoolean("keyFact"))
                .isFalse();
        JsonPath timeline = as("complainant", PLATFORM, me)
                .get("/api/v1/complaints/" + complaint + "/timeline")
                .jsonPath();
        assertThat(timeline.<String>getList("items.findAll { it.kind == 'EVIDENCE_MARKED' }.actor"))
                .containsExactly("agent:agent-1", "complainant:" + me);
        assertThat(timeline.prettify()).doesNotContain("the promise");
        assertThat(as("complainant", PLATFORM, me)
                        .get("/api/v1/complaints/" + complaint + "/timeline/verification")
                        .jsonPath()
                        .getBoolean("valid"))
                .isTrue();
    }

    @Test
    void whatIsMarkedAlreadyIsNotMarkedAgain() {
        String id = added("complainant", PLATFORM, me, complaint, picture(), "CHAT")
                .jsonPath()
                .getString("id");
        mark("complainant", me, id, "{\"keyFact\": false}");
        assertThat(marks(id)).isEmpty();
        mark("agent", "agent-1", id, "{\"keyFact\": true, \"note\": \"suspicious\"}");
        mark("agent", "agent-2", id, "{\"keyFact\": true, \"note\": \"suspicious\"}");
        mark("complainant", me, id, "{\"keyFact\": true}");
        assertThat(marks(id)).containsExactly("agent:agent-1");
        assertThat(mark("agent", "agent-1", id, "{\"keyFact\": true}").getString("remark"))
                .isNull();
        assertThat(marks(id)).containsExactly("agent:agent-1", "agent:agent-1");
    }

    private List<String> marks(String id) {
        return as("agent", PLATFORM, "agent-1")
                .get("/api/v1/complaints/" + complaint + "/timeline")
                .jsonPath()
                .getList("items.findAll { it.kind == 'EVIDENCE_MARKED' && it.data.evidenceId == '" + id + "' }.actor");
    }

    @Test
    void whatTheStaffNotesIsForTheStaffAndWhatOthersNoteForWhoeverSeesThePiece() {
        String id = added("complainant", PLATFORM, me, complaint, picture(), "CHAT")
                .jsonPath()
                .getString("id");
        mark("agent", "agent-1", id, "{\"keyFact\": true, \"note\": \"suspicious\"}");
        assertThat(remark("agent", "agent-2", id)).isEqualTo("suspicious");
        assertThat(remark("ops", "ops-1", id)).isEqualTo("suspicious");
        assertThat(remark("complainant", me, id)).isNull();
        assertThat(remark("platform", "backend", id)).isNull();
        assertThat(mine().getString("items[0].remark")).isNull();
        mark("complainant", me, id, "{\"keyFact\": true, \"note\": \"look here\"}");
        assertThat(remark("agent", "agent-2", id)).isEqualTo("look here");
        assertThat(remark("complainant", me, id)).isEqualTo("look here");
    }

    private @Nullable String remark(String role, String subject, String id) {
        return as(role, PLATFORM, subject).get(address(complaint) + "/" + id).path("remark");
    }

    @Test
    void aMarkIsBoundToTheCaseAsCommandsAre() {
        String id = added("complainant", PLATFORM, me, complaint, picture(), "CHAT")
                .jsonPath()
                .getString("id");
        assertThat(marking("\"0.0\"", id).statusCode()).isEqualTo(412);
        assertThat(marking("nonsense", id).statusCode()).isEqualTo(412);
        assertThat(marks(id)).isEmpty();
        assertThat(marking(etag(), id).statusCode()).isEqualTo(200);
        assertThat(marking("*", id).statusCode()).isEqualTo(200);
        as("complainant", PLATFORM, me)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/complaints/" + complaint + "/withdrawal")
                .then()
                .statusCode(201);
        Response late = marking("*", id);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.jsonPath().getString("code")).isEqualTo("withdrawn");
        assertThat(marks(id)).hasSize(1);
    }

    private Response marking(String ifMatch, String id) {
        return as("complainant", PLATFORM, me)
                .header("If-Match", ifMatch)
                .contentType("application/json")
                .body("{\"keyFact\": true}")
                .put(address(complaint) + "/" + id + "/mark");
    }

    private JsonPath mark(String role, String subject, String id, String body) {
        return as(role, PLATFORM, subject)
                .contentType("application/json")
                .body(body)
                .put(address(complaint) + "/" + id + "/mark")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void partsOfAFileAreHandedOutAndKnownOnesAreNot() {
        byte[] file = text("0123456789".repeat(100));
        String id = form("complainant", PLATFORM, me, UUID.randomUUID().toString(), file, "chat.txt")
                .multiPart("kind", "CHAT")
                .post(address(complaint))
                .jsonPath()
                .getString("id");
        String content = address(complaint) + "/" + id + "/content";
        Response whole = as("complainant", PLATFORM, me).get(content);

        Response part =
                as("complainant", PLATFORM, me).header("Range", "bytes=10-14").get(content);
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.asString()).isEqualTo(whole.asString().substring(10, 15));
        assertThat(part.header("Content-Range")).isEqualTo("bytes 10-14/" + whole.asByteArray().length);
        as("complainant", PLATFORM, me)
                .header("Range", "bytes=5000-")
                .get(content)
                .then()
                .statusCode(416);
        String tag = whole.header("ETag");
        for (String known : List.of(tag, "W/" + tag, "*", "\"other\", W/" + tag)) {
            assertThat(as("complainant", PLATFORM, me)
                            .header("If-None-Match", known)
                            .get(content)
                            .statusCode())
                    .as(known)
                    .isEqualTo(304);
        }
        as("complainant", PLATFORM, me)
                .header("If-None-Match", "W/\"other\"")
                .get(content)
                .then()
                .statusCode(200);
        Response changed = as("complainant", PLATFORM, me)
                .header("Range", "bytes=0-1")
                .header("If-Range", "\"other\"")
                .get(content);
        assertThat(changed.statusCode()).isEqualTo(200);
    }

    private String etag() {
        return as("complainant", PLATFORM, me)
                .get("/api/v1/complaints/" + complaint)
                .header("ETag");
    }

    private JsonPath mine() {
        return page("");
    }

    private JsonPath page(String query) {
        return as("complainant", PLATFORM, me).get(address(complaint) + query).jsonPath();
    }
}
