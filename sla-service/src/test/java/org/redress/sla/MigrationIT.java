package org.redress.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.redress.contract.Severity;
import org.redress.infra.RedressInfra;

/** Moving open complaints to another policy version. */
@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
class MigrationIT {
    private static final String WARNED =
            "{\"at\": \"50%\", \"kind\": \"WARNING\", \"to\": \"OWNER\"}, {\"at\": \"100%\", \"kind\": \"BREACH\", \"to\": \"SUPERVISOR\"}";

    @Inject
    SlaFixture sla;

    @Inject
    Jdbi jdbi;

    @Test
    void aMoveIsPreviewedAndThenDoneAndOldLevelsNeverFireTwice() {
        String platform = SlaFixture.newPlatform();
        SlaFixture.activate(platform, "RESOLUTION", "PT100H", WARNED).statusCode(201);
        Instant filedAt = sla.now().minus(Duration.ofHours(60));
        var complaint = new CaseScript(platform);
        sla.receive(List.of(complaint.filed(filedAt)));
        await().untilAsserted(() -> assertThat(fired(complaint)).containsExactly("WARNING"));
        SlaFixture.activate(platform, "RESOLUTION", "PT40H", WARNED).statusCode(201);

        preview(platform, "{\"toVersion\": 2}")
                .statusCode(200)
                .body("open", equalTo(1))
                .body("counts.clocksEarlier", equalTo(1))
                .body("counts.breachedAtOnce", equalTo(1))
                .body("counts.levelsAtOnce.BREACH", equalTo(1))
                .body("items[0].complaintId", equalTo(complaint.id.toString()))
                .body("items[0].clocks[0].change", equalTo("EARLIER"))
                .body("items[0].clocks[0].movesBySeconds", equalTo(-60 * 3600))
                .body("items[0].clocks[0].firesAtOnce", equalTo(List.of("BREACH SUPERVISOR")));
        assertThat(sla.count("select count(*) from clock where complaint_id = ? and policy_version = 1", complaint.id))
                .isEqualTo(1);

        String id = start(platform, "{\"toVersion\": 2, \"reason\": \"shorter promise\"}")
                .statusCode(201)
                .extract()
                .path("id");
        awaitDone(platform, id)
                .body("total", equalTo(1))
                .body("moved", equalTo(1))
                .body("failed", equalTo(0));

        await().untilAsserted(() -> assertThat(fired(complaint)).containsExactly("WARNING", "BREACH"));
        SlaFixture.clocks("ops", platform, "ops-1", complaint.id)
                .body("policyVersion", equalTo(2))
                .body("clocks[0].target", equalTo("PT40H"))
                .body("clocks[0].state", equalTo("BREACHED"));
        // The breach is late by what the watch is late, not by the twenty hours that the policy took away.
        assertThat(sla.count("""
                        select count(*) from fired_level where complaint_id = ? and kind = 'BREACH'
                          and detected_at - fires_at < interval '60 seconds'""", complaint.id)).isEqualTo(1);
    }

    @Test
    void whatWasDecidedUnderTheOldVersionStaysDecidedWhateverComesLater() {
        String platform = SlaFixture.newPlatform();
        SlaFixture.activate(platform, "RESOLUTION", "PT10H", WARNED).statusCode(201);
        var overdue = new CaseScript(platform);
        sla.receive(List.of(overdue.filed(sla.now().minus(Duration.ofHours(20)))));
        await().untilAsserted(() -> assertThat(fired(overdue)).contains("BREACH"));
        SlaFixture.activate(platform, "RESOLUTION", "PT100H", WARNED).statusCode(201);

        String id = start(platform, "{\"toVersion\": 2, \"fromVersions\": [1], \"reason\": \"longer\"}")
                .statusCode(201)
                .extract()
                .path("id");
        awaitDone(platform, id).body("moved", equalTo(1));
        sla.receive(List.of(overdue.triaged(Severity.URGENT, 1, sla.now())));

        SlaFixture.clocks("ops", platform, "ops-1", overdue.id)
                .body("policyVersion", equalTo(2))
                .body("clocks", hasSize(1))
                .body("clocks[0].target", equalTo("PT10H"))
                .body("clocks[0].state", equalTo("BREACHED"));
        assertThat(fired(overdue)).containsExactly("WARNING", "BREACH");
        assertThat(sla.count(
                        "select count(*) from clock where complaint_id = ? and breached_at is not null", overdue.id))
                .isEqualTo(1);
    }

    @Test
    void aComplaintThatFailsIsReportedAndLeftAsItWasWhileTheOthersMove() {
        String platform = SlaFixture.newPlatform();
        SlaFixture.activate(platform, "RESOLUTION", "PT100H", WARNED).statusCode(201);
        List<CaseScript> complaints = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            var complaint = new CaseScript(platform);
            sla.receive(List.of(complaint.filed(sla.now())));
            complaints.add(complaint);
        }
        UUID poisoned = complaints.get(2).id;
        jdbi.useHandle(handle ->
                handle.execute("update clock set armed = '[{\"nonsense\": 1}]' where complaint_id = ?", poisoned));
        SlaFixture.activate(platform, "RESOLUTION", "PT50H", WARNED).statusCode(201);

        preview(platform, "{\"toVersion\": 2}").statusCode(200).body("counts.complaintsFailed", equalTo(1));
        String id = start(platform, "{\"toVersion\": 2, \"reason\": \"x\"}")
                .statusCode(201)
                .extract()
                .path("id");
        awaitDone(platform, id).body("moved", equalTo(4)).body("failed", equalTo(1));

        as("ops", platform)
                .get("/api/v1/sla/migrations/" + id + "/cases?state=FAILED")
                .then()
                .statusCode(200)
                .body("items.complaintId", equalTo(List.of(poisoned.toString())))
                .body("items[0].reason.length()", greaterThan(10));
        assertThat(sla.count(
                        "select count(*) from complaint where complaint_id = ? and policy_version = 1 and standing = 'TIMED'",
                        poisoned))
                .isEqualTo(1);
        assertThat(sla.count("select count(*) from policy_move where complaint_id = ?", poisoned))
                .isZero();
    }

    @Test
    void anotherCalendarVersionCountsOnlyWhatIsMovedToIt() {
        String platform = SlaFixture.newPlatform();
        String calendar = """
                {"id": "shop", "zone": "Asia/Shanghai", "week": {"MON": ["%1$s"], "TUE": ["%1$s"], "WED": ["%1$s"],
                 "THU": ["%1$s"], "FRI": ["%1$s"], "SAT": ["%1$s"], "SUN": ["%1$s"]}}""";
        post(platform, "/api/v1/sla/calendars", calendar.formatted("09:00-17:00"))
                .statusCode(201);
        post(platform, "/api/v1/sla/policies", """
                {"calendar": "shop", "clocks": [{"metric": "RESOLUTION", "when": "ALWAYS", "target": "PT80H",
                 "unit": "WORKING_TIME"}]}""").statusCode(201).body("calendarVersion", equalTo(1));
        var complaint = new CaseScript(platform);
        sla.receive(List.of(complaint.filed(sla.now())));
        String before = due(platform, complaint);

        post(platform, "/api/v1/sla/calendars", calendar.formatted("09:00-13:00"))
                .statusCode(201)
                .body("version", equalTo(2));
        sla.receive(List.of(complaint.triaged(Severity.URGENT, 1, sla.now())));
        assertThat(due(platform, complaint)).isEqualTo(before);

        post(platform, "/api/v1/sla/policies/" + platform + "/1/copies", "{}")
                .statusCode(201)
                .body("version", equalTo(2))
                .body("calendarVersion", equalTo(2));
        as("ops", platform)
                .get("/api/v1/sla/policies/" + platform + "/2/differences?from=1")
                .then()
                .statusCode(200)
                .body("calendarBefore", equalTo("shop/1"))
                .body("calendarAfter", equalTo("shop/2"))
                .body("rules", empty());
        preview(platform, "{\"toVersion\": 2}").body("counts.clocksLater", equalTo(1));
        String id = start(platform, "{\"toVersion\": 2, \"reason\": \"shorter days\"}")
                .statusCode(201)
                .extract()
                .path("id");
        awaitDone(platform, id).body("moved", equalTo(1));
        assertThat(Instant.parse(due(platform, complaint))).isAfter(Instant.parse(before));
    }

    @Test
    void badMigrationsAreRefusedByNameAndNothingIsMoved() {
        String platform = SlaFixture.newPlatform();
        SlaFixture.activate(platform, "RESOLUTION", "PT100H", WARNED).statusCode(201);
        post(platform, "/api/v1/sla/policies", """
                {"draft": true, "calendar": "cn-24x7", "clocks": [{"metric": "RESOLUTION", "when": "ALWAYS",
                 "target": "PT80H", "unit": "ELAPSED"}]}""").statusCode(201);

        start(platform, "{\"toVersion\": 9, \"reason\": \" \", \"fromVersions\": []}")
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/toVersion", "/reason", "/fromVersions"));
        start(platform, "{\"toVersion\": 2, \"reason\": \"x\"}")
                .statusCode(422)
                .body("errors.pointer", hasItem("/toVersion"));
        start(platform, "{\"toVersion\": 1, \"fromVersions\": [1], \"reason\": \"x\"}")
                .statusCode(422);
        start(platform, "{\"reason\": \"x\"}").statusCode(422).body("errors.pointer", hasItem("/toVersion"));
        as("ops", platform)
                .body("{\"toVersion\": 1, \"reason\": \"x\"}")
                .post("/api/v1/sla/migrations")
                .then()
                .statusCode(403);
        as("admin", platform)
                .get("/api/v1/sla/migrations")
                .then()
                .statusCode(200)
                .body("items", empty())
                .body("next", nullValue());
        as("admin", platform)
                .get("/api/v1/sla/migrations/" + UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    private List<String> fired(CaseScript complaint) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select kind from fired_level where complaint_id = :id order by detected_at, level")
                .bind("id", complaint.id)
                .mapTo(String.class)
                .list());
    }

    private static String due(String platform, CaseScript complaint) {
        return SlaFixture.clocks("ops", platform, "ops-1", complaint.id)
                .extract()
                .path("clocks[0].dueAt");
    }

    private static ValidatableResponse preview(String platform, String body) {
        return as("ops", platform)
                .body(body)
                .post("/api/v1/sla/migrations/previews")
                .then();
    }

    private static ValidatableResponse start(String platform, String body) {
        return post(platform, "/api/v1/sla/migrations", body);
    }

    private static ValidatableResponse post(String platform, String path, String body) {
        return as("admin", platform).body(body).post(path).then();
    }

    private static ValidatableResponse awaitDone(String platform, String id) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> as("admin", platform)
                        .get("/api/v1/sla/migrations/" + id)
                        .path("state")
                        .equals("DONE"));
        return as("admin", platform).get("/api/v1/sla/migrations/" + id).then();
    }

    private static io.restassured.specification.RequestSpecification as(String role, String platform) {
        return SlaFixture.as(role, platform, role + "-1");
    }
}
