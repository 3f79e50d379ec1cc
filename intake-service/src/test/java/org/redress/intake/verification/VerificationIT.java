package org.redress.intake.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.intake.Desk.as;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.infra.RedressInfra;
import org.redress.intake.Desk;
import org.redress.intake.Ledger;
import org.redress.intake.complaint.TimelineEntry;
import org.redress.intake.complaint.TimelineRepository;

/** Somebody with every right on the database tampers with a timeline; the service says what and where. */
@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
class VerificationIT {
    private static final int SAID = 5;

    @Inject
    TimelineRepository timelines;

    private final String me = Desk.someone();
    private String id = "";

    @BeforeEach
    void fileAndTalk() {
        id = Desk.filed("huijin", me);
        IntStream.rangeClosed(1, SAID).forEach(this::say);
    }

    @Test
    void whatNobodyTouchedIsValid() {
        JsonPath answer = verified();
        assertThat(answer.getBoolean("valid")).isTrue();
        assertThat(answer.getInt("entries")).isEqualTo(SAID + 1);
        assertThat(answer.<Object>get("problem")).isNull();
        assertThat(answer.getString("head")).isEqualTo(timeline().getString("items.find { it.position == 6 }.hash"));
    }

    @Test
    void parallelCommandsMakeOneUnbrokenChain() throws Exception {
        var pool = Executors.newFixedThreadPool(16);
        try {
            var said = IntStream.range(0, 48)
                    .mapToObj(i -> pool.submit(() -> say(i)))
                    .toList();
            for (var one : said) {
                one.get();
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(verified().getBoolean("valid")).isTrue();
        assertThat(verified().getInt("entries")).isEqualTo(1 + SAID + 48);
    }

    @Test
    void whatIsToldLateOrTwiceKeepsTheChainWhole() {
        UUID complaint = UUID.fromString(id);
        UUID late = UUID.randomUUID();
        Instant before = Instant.parse("2026-01-01T00:00:00Z");
        for (UUID event : List.of(late, UUID.randomUUID(), late, UUID.randomUUID(), late)) {
            timelines.append(
                    complaint, new TimelineEntry("NOTED", before, "service:sla", false, Map.of("n", 1.50), event));
        }
        assertThat(verified().getBoolean("valid")).isTrue();
        assertThat(verified().getInt("entries")).isEqualTo(1 + SAID + 3);
        assertThat(timeline().<Integer>getList("items.position"))
                .as("by when it happened")
                .startsWith(SAID + 2, SAID + 3, SAID + 4, 1);
    }

    @Test
    void aChangedEntryIsNamed() {
        tamper(
                "update timeline_entry set data = data || '{\"speaker\": \"AGENT\"}' where complaint_id = ? and position = 3");
        found("CHANGED", 3);
    }

    @Test
    void aTimeMovedByAMicrosecondIsNamed() {
        tamper("update timeline_entry set at = at + interval '1 microsecond' where complaint_id = ? and position = 2");
        found("CHANGED", 2);
    }

    @Test
    void aRemovedEntryIsNamed() {
        tamper("delete from timeline_entry where complaint_id = ? and position = 4");
        found("REMOVED", 4);
    }

    @Test
    void aRemovedEntryIsNamedIfTheOthersCloseUp() {
        tamper(
                "delete from timeline_entry where complaint_id = ? and position = 2",
                "update timeline_entry set position = position + 1000 where complaint_id = ? and position > 2",
                "update timeline_entry set position = position - 1001 where complaint_id = ? and position > 1000");
        found("REMOVED", 2);
    }

    @Test
    void anAddedEntryIsNamed() {
        tamper(
                "update timeline_entry set position = position + 1000 where complaint_id = ? and position > 2",
                "update timeline_entry set position = position - 999 where complaint_id = ? and position > 1000",
                "insert into timeline_entry (complaint_id, position, kind, at, actor, data, salt, hash)"
                        + " select complaint_id, 3, 'MESSAGE_POSTED', at, actor, data, salt, hash from timeline_entry"
                        + " where complaint_id = ? and position = 2");
        found("ADDED", 3);
    }

    @Test
    void swappedEntriesAreNamed() {
        tamper(
                "update timeline_entry set position = 1000 where complaint_id = ? and position = 3",
                "update timeline_entry set position = 3 where complaint_id = ? and position = 5",
                "update timeline_entry set position = 5 where complaint_id = ? and position = 1000");
        found("REORDERED", 3);
    }

    @Test
    void strangersGetNoAnswer() {
        String path = "/api/v1/complaints/" + id + "/timeline/verification";
        as("complainant", "huijin", Desk.someone()).get(path).then().statusCode(404);
        as("ops", "qihui", "ops-1").get(path).then().statusCode(404);
        as("merchant", "huijin", "m-7").get(path).then().statusCode(403);
        as("ops", "huijin", "ops-1").get(path).then().statusCode(200);
    }

    @Test
    void whatIsForTheStaffIsAPlaceToOthers() {
        Ledger.tamper(
                "insert into timeline_entry (complaint_id, position, kind, at, actor, staff_only, data, salt, hash)"
                        + " select complaint_id, 7, 'SECRET', at, actor, true, '{\"a\": 1}', salt, hash from timeline_entry"
                        + " where complaint_id = '" + id + "' and position = 6");
        JsonPath mine = timeline();
        assertThat(mine.getString("items[6].kind")).isNull();
        assertThat(mine.<Object>get("items[6].data")).isNull();
        assertThat(mine.getString("items[6].salt")).isNull();
        assertThat(mine.getString("items[6].at")).isNull();
        assertThat(mine.getInt("items[6].position")).isEqualTo(7);
        assertThat(mine.getString("items[6].content")).hasSize(64);
        JsonPath theirs = as("ops", "huijin", "ops-1")
                .get("/api/v1/complaints/" + id + "/timeline")
                .jsonPath();
        assertThat(theirs.getString("items[6].kind")).isEqualTo("SECRET");
    }

    @Test
    void talkWithTheMerchantFromBeforeItWasKeptBackIsAPlaceToOthersToo() {
        UUID event = UUID.randomUUID();
        timelines.append(
                UUID.fromString(id),
                new TimelineEntry(
                        "MERCHANT_ASKED", Instant.now(), "agent:a", false, Map.of("merchantId", "m-7"), event));
        assertThat(timeline().getString("items[6].kind")).isNull();
        assertThat(timeline().getString("items[6].salt")).isNull();
        assertThat(timeline().getBoolean("items[6].staffOnly")).isTrue();
        assertThat(verified().getBoolean("valid")).isTrue();
        assertThat(as("ops", "huijin", "ops-1")
                        .get("/api/v1/complaints/" + id + "/timeline")
                        .jsonPath()
                        .getString("items[6].kind"))
                .isEqualTo("MERCHANT_ASKED");
    }

    @Test
    void timelinesComeInPages() {
        var first = as("complainant", "huijin", me)
                .get("/api/v1/complaints/" + id + "/timeline?limit=4")
                .jsonPath();
        assertThat(first.<Integer>getList("items.position")).containsExactly(1, 2, 3, 4);
        var second = as("complainant", "huijin", me)
                .queryParam("cursor", first.getString("next"))
                .queryParam("limit", 4)
                .get("/api/v1/complaints/" + id + "/timeline")
                .jsonPath();
        assertThat(second.<Integer>getList("items.position")).containsExactly(5, 6);
        assertThat(second.<Object>get("next")).isNull();
        as("complainant", "huijin", me)
                .get("/api/v1/complaints/" + id + "/timeline?cursor=bm9wZQ")
                .then()
                .statusCode(422);
    }

    private void say(int i) {
        as("complainant", "huijin", me)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{\"text\": \"message " + i + "\"}")
                .post("/api/v1/complaints/" + id + "/messages")
                .then()
                .statusCode(201);
    }

    private JsonPath verified() {
        return as("complainant", "huijin", me)
                .get("/api/v1/complaints/" + id + "/timeline/verification")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private JsonPath timeline() {
        return as("complainant", "huijin", me)
                .get("/api/v1/complaints/" + id + "/timeline")
                .jsonPath();
    }

    private void found(String kind, int position) {
        JsonPath answer = verified();
        assertThat(answer.getBoolean("valid")).isFalse();
        assertThat(answer.getString("problem.kind")).isEqualTo(kind);
        assertThat(answer.getInt("problem.position")).isEqualTo(position);
    }

    private void tamper(String... statements) {
        for (String statement : statements) {
            Ledger.tamper(statement.replace("?", "'" + id + "'"));
        }
    }
}
