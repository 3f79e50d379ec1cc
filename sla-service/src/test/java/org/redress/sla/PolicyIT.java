package org.redress.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.redress.infra.RedressInfra;
import org.redress.infra.hostile.StoredRows;

/** Policies over HTTP: versions, checks, tenants. */
@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
class PolicyIT {
    private static final String RULE =
            "{\"metric\": \"RESOLUTION\", \"when\": \"ALWAYS\", \"target\": \"PT1H\", \"unit\": \"ELAPSED\"}";
    private static final String POLICY = "{%s\"calendar\": \"cn-24x7\", \"clocks\": [" + RULE + "]}";

    @Inject
    SlaFixture sla;

    @Test
    void theFivePlatformsHaveTheirPoliciesInForceAndEveryoneWasTold() {
        for (String platform : List.of("huijin", "kameng", "qihui", "kamen", "wangwang")) {
            SlaFixture.as("ops", platform, "ops-1")
                    .get("/api/v1/sla/policies?platform=" + platform)
                    .then()
                    .statusCode(200)
                    .body("items.version", contains(1))
                    .body("items[0].policy.platform", equalTo(platform));
            assertThat(sla.count(
                            "select count(*) from outbox where aggregate_id = ? and type = 'org.redress.policy-activated.v1'",
                            platform))
                    .isEqualTo(1);
        }
    }

    @Test
    void badPoliciesAreRefusedWithAMessagePerFieldAndStoreNothing() throws IOException {
        String platform = SlaFixture.newPlatform();
        for (String line : lines("/bad-policies.txt")) {
            String[] cells = line.split("\\|", -1);
            String request = cells[1].strip().replaceAll("(?<=[\\[ ])P(?=[,\\]])", RULE);
            ValidatableResponse answer = activate(platform, request)
                    .statusCode(Integer.parseInt(cells[2].strip()))
                    .contentType("application/problem+json");
            if (!cells[4].isBlank()) {
                List<String> found =
                        answer.extract().path("errors.findAll { it.pointer == '%s' }.code".formatted(cells[4].strip()));
                assertThat(found).as(cells[0]).contains(cells[3].strip());
            }
        }
        assertThat(sla.count("select count(*) from policy where platform = ?", platform))
                .isZero();
    }

    @Test
    void everyWrongFieldIsNamedAtOnce() {
        activate(
                        SlaFixture.newPlatform(),
                        "{\"calendar\": 1, \"clocks\": [{\"metric\": \"X\", \"unit\": \"Y\"}], \"z\": 1}")
                .statusCode(422)
                .body("code", equalTo("invalid"))
                .body("errors.pointer", hasItem("/calendar"))
                .body("errors.pointer", hasItem("/clocks/0/metric"))
                .body("errors.pointer", hasItem("/clocks/0/unit"))
                .body("errors.pointer", hasItem("/z"));
    }

    @Test
    void aChangeIsTheNextVersionAndNoOther() {
        String platform = SlaFixture.newPlatform();

        activate(platform, POLICY.formatted("")).statusCode(201).body("version", equalTo(1));
        activate(platform, POLICY.formatted("\"version\": 2,"))
                .statusCode(201)
                .header("Location", containsString("/api/v1/sla/policies/" + platform + "/2"));
        activate(platform, POLICY.formatted("\"version\": 2,")).statusCode(409);
        activate(platform, POLICY.formatted("\"version\": 4,")).statusCode(409);

        SlaFixture.as("admin", platform, "admin-1")
                .get("/api/v1/sla/policies?limit=1")
                .then()
                .body("items.version", contains(2));
        SlaFixture.as("admin", platform, "admin-1")
                .get("/api/v1/sla/policies/" + platform + "/1")
                .then()
                .statusCode(200)
                .body("policy.clocks[0].target", equalTo("PT1H"));
        assertThat(sla.count(
                        "select count(*) from outbox where aggregate_id = ? and type = 'org.redress.policy-activated.v1'",
                        platform))
                .isEqualTo(2);
    }

    @Test
    void aPolicyForLaterDoesNotTimeComplaintsOfToday() {
        String platform = SlaFixture.newPlatform();
        activate(platform, POLICY.formatted("\"activeFrom\": \"2036-01-01T00:00:00+08:00\","))
                .statusCode(201)
                .body("activeFrom", equalTo("2035-12-31T16:00:00Z"));
        var complaint = new CaseScript(platform);

        sla.receive(List.of(complaint.filed(sla.now())));

        SlaFixture.clocks("ops", platform, "ops-1", complaint.id)
                .body("standing", equalTo("NO_POLICY"))
                .body("policyVersion", nullValue())
                .body("clocks", hasSize(0));
    }

    @Test
    void theSameKeyAnswersTheSameVersion() {
        String platform = SlaFixture.newPlatform();
        String key = UUID.randomUUID().toString();

        for (int i = 0; i < 2; i++) {
            SlaFixture.as("admin", platform, "admin-1")
                    .header("Idempotency-Key", key)
                    .body(POLICY.formatted(""))
                    .post("/api/v1/sla/policies")
                    .then()
                    .statusCode(201)
                    .body("version", equalTo(1));
        }
    }

    @Test
    void nobodySeesOrChangesAnotherPlatformsPolicies() {
        SlaFixture.as("ops", "huijin", "ops-1")
                .get("/api/v1/sla/policies/qihui/1")
                .then()
                .statusCode(404);
        SlaFixture.as("ops", "huijin", "ops-1")
                .get("/api/v1/sla/policies?platform=qihui")
                .then()
                .body("items", empty());
        SlaFixture.as("ops", "huijin", "ops-1")
                .body(POLICY.formatted(""))
                .post("/api/v1/sla/policies")
                .then()
                .statusCode(403);
    }

    @Test
    void aSimulationAnswersTheWorkingDaysVectorAndStoresNothing() {
        String question = """
                {"policy": {"platform": "qihui"}, "complaint": {"severity": "URGENT"},
                 "events": [{"type": "ComplaintFiled", "at": "2026-09-30T20:00:00+08:00"}],
                 "until": "2026-10-20T00:00:00+08:00"}""";
        try (var rows = StoredRows.but(Set.of())) {
            assertThat(rows.changedBy(() -> workingDaysAreCounted(question))).isEmpty();
        }
    }

    private static void workingDaysAreCounted(String question) {
        SlaFixture.as("ops", "qihui", "ops-1")
                .body(question)
                .post("/api/v1/sla/simulations")
                .then()
                .statusCode(200)
                .body("clocks.find { it.metric == 'RESOLUTION' }.state", equalTo("BREACHED"))
                .body("clocks.find { it.metric == 'RESOLUTION' }.dueAt", equalTo("2026-10-15T16:00:00Z"))
                .body("clocks.find { it.metric == 'RESOLUTION' }.breachedAt", equalTo("2026-10-15T16:00:00Z"))
                .body(
                        "clocks.find { it.metric == 'RESOLUTION' }.levels.find { it.kind == 'BREACH' }.fired",
                        equalTo(true));
    }

    @Test
    void aBadSimulationNamesItsFields() {
        SlaFixture.as("ops", "qihui", "ops-1")
                .body("""
                        {"policy": {"platform": "qihui", "calendar": "mine", "clocks": [%s]},
                         "calendars": [{"id": "mine", "zone": "Asia/Nowhere", "week": {}}],
                         "events": [{"type": "Lunch", "at": "2026-02-30T00:00:00Z"}], "until": "2026-10-20T00:00:00Z"}""".formatted(RULE))
                .post("/api/v1/sla/simulations")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/calendars/0/zone"))
                .body("errors.pointer", hasItem("/events/0/type"))
                .body("errors.pointer", hasItem("/events/0/at"));
    }

    @Test
    void badQuestionsForBreachesAreRefused() {
        for (String question : List.of("kind=LUNCH", "metric=LUNCH", "since=yesterday", "cursor=x", "limit=0")) {
            SlaFixture.as("ops", "qihui", "ops-1")
                    .get("/api/v1/sla/breaches?" + question)
                    .then()
                    .statusCode(422);
        }
        SlaFixture.as("complainant", "qihui", "u-1")
                .get("/api/v1/sla/breaches")
                .then()
                .statusCode(403);
    }

    private static ValidatableResponse activate(String platform, String body) {
        return SlaFixture.as("admin", platform, "admin-1")
                .body(body)
                .post("/api/v1/sla/policies")
                .then();
    }

    private static List<String> lines(String resource) throws IOException {
        try (var file = PolicyIT.class.getResourceAsStream(resource)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList();
        }
    }
}
