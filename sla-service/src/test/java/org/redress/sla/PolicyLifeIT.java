package org.redress.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.infra.RedressInfra;

/** The lives of policy and calendar versions over HTTP. */
@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
class PolicyLifeIT {
    private static final String POLICY =
            "{%s\"calendar\": \"cn-24x7\", \"clocks\": [{\"metric\": \"RESOLUTION\", \"when\": \"ALWAYS\", \"target\": \"PT%dH\", \"unit\": \"ELAPSED\"}]}";

    @Inject
    SlaFixture sla;

    private final String platform = SlaFixture.newPlatform();

    @Test
    void aDraftTimesNothingUntilItIsActivatedByOneWhoSawIt() {
        create("\"draft\": true, ", 1)
                .statusCode(201)
                .header("ETag", "\"1.1\"")
                .body("state", equalTo("DRAFT"))
                .body("activeFrom", nullValue());
        var complaint = new CaseScript(platform);
        sla.receive(List.of(complaint.filed(sla.now())));
        SlaFixture.clocks("ops", platform, "ops-1", complaint.id).body("standing", equalTo("NO_POLICY"));
        assertThat(told()).isZero();

        life(1, "activations", "\"1.9\"", "{}").statusCode(412);
        life(1, "activations", "\"1.1\"", "{}").statusCode(200).body("state", equalTo("IN_FORCE"));
        life(1, "activations", "*", "{}").statusCode(409);
        assertThat(told()).isEqualTo(1);
        await().untilAsserted(() ->
                SlaFixture.clocks("ops", platform, "ops-1", complaint.id).body("standing", equalTo("TIMED")));
    }

    @Test
    void aScheduledVersionIsToldOnceWhenItsTimeComesAndNotBefore() {
        create("", 1).statusCode(201);
        Instant soon = sla.now().plus(Duration.ofSeconds(3));
        create("\"activeFrom\": \"" + soon + "\", ", 2).statusCode(201).body("state", equalTo("SCHEDULED"));
        assertThat(told()).isEqualTo(1);

        await().atMost(Duration.ofSeconds(15)).until(() -> told() == 2);
        assertThat(sla.now()).isAfterOrEqualTo(soon);
        read(2).body("state", equalTo("IN_FORCE"));
        read(1).body("state", equalTo("SUPERSEDED"));
        await().during(Duration.ofSeconds(3)).atMost(Duration.ofSeconds(10)).until(() -> told() == 2);
    }

    @Test
    void whatTookEffectLastIsInForceWhateverItsNumber() {
        create("\"draft\": true, ", 1).statusCode(201);
        create("", 2).statusCode(201);
        life(1, "activations", "*", "{}").statusCode(200);

        read(1).body("state", equalTo("IN_FORCE"));
        var complaint = new CaseScript(platform);
        sla.receive(List.of(complaint.filed(sla.now())));
        SlaFixture.clocks("ops", platform, "ops-1", complaint.id)
                .body("policyVersion", equalTo(1))
                .body("clocks[0].target", equalTo("PT1H"));
    }

    @Test
    void noPlatformIsLeftWithoutAPolicyAndARetiredVersionNeverComesBack() {
        create("", 1).statusCode(201);
        create("\"activeFrom\": \"" + sla.now().plus(Duration.ofSeconds(4)) + "\", ", 2)
                .statusCode(201);

        life(1, "retirements", "*", null).statusCode(409).body("detail", containsString("without a policy"));
        life(2, "retirements", "*", null).statusCode(200).body("state", equalTo("RETIRED"));
        life(2, "retirements", "*", null).statusCode(409);
        life(2, "activations", "*", "{}").statusCode(409);
        await().during(Duration.ofSeconds(6)).atMost(Duration.ofSeconds(15)).until(() -> told() == 1);
        read(1).body("state", equalTo("IN_FORCE"));

        life(2, "copies", "*", "{\"draft\": true}").statusCode(201).body("version", equalTo(3));
        SlaFixture.as("ops", platform, "ops-1")
                .get("/api/v1/sla/policies/" + platform + "/3/differences?from=1")
                .then()
                .statusCode(200)
                .body("rules.change", contains("CHANGED"))
                .body("rules[0].fields[0].field", equalTo("target"))
                .body("rules[0].fields[0].before", equalTo("PT1H"))
                .body("rules[0].fields[0].after", equalTo("PT2H"));
    }

    @Test
    void timesBehindAreRefusedBeyondFiveMinutes() {
        create("\"activeFrom\": \"" + sla.now().minus(Duration.ofMinutes(4)) + "\", ", 1)
                .statusCode(201)
                .body("state", equalTo("IN_FORCE"));
        create("\"activeFrom\": \"" + sla.now().minus(Duration.ofMinutes(6)) + "\", ", 1)
                .statusCode(422)
                .body("errors.pointer", contains("/activeFrom"));
        create("\"draft\": true, \"activeFrom\": \"2036-01-01T00:00:00Z\", ", 1).statusCode(422);
    }

    @Test
    void aCheckNamesEverythingInTheReadersLanguageAndStoresNothing() {
        SlaFixture.as("ops", platform, "ops-1")
                .header("Accept-Language", "zh-CN")
                .body(POLICY.formatted("\"colour\": 1, ", -1))
                .post("/api/v1/sla/policies/validations")
                .then()
                .statusCode(200)
                .body("valid", equalTo(false))
                .body("errors.pointer", hasItem("/colour"))
                .body("errors.pointer", hasItem("/clocks/0/target"))
                .body("errors.find { it.pointer == '/clocks/0/target' }.detail", containsString("目标时长"));
        SlaFixture.as("ops", platform, "ops-1")
                .body(POLICY.formatted("", 1))
                .post("/api/v1/sla/policies/validations")
                .then()
                .body("valid", equalTo(true))
                .body("errors", empty());
        assertThat(sla.count("select count(*) from policy where platform = ?", platform))
                .isZero();
        SlaFixture.as("agent", platform, "agent-1")
                .body(POLICY.formatted("", 1))
                .post("/api/v1/sla/policies")
                .then()
                .statusCode(403);
        SlaFixture.as("admin", "huijin", "admin-1")
                .body("{}")
                .post("/api/v1/sla/policies/qihui/1/activations")
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'id': 'cn-office', 'zone': 'UTC', 'week': {'MON': ['09:00-12:00']}} | /id | conflict",
                "{'id': 'a', 'zone': 'UTC', 'week': {}} | /week | unreachable",
                "{'id': 'a', 'zone': 'UTC', 'week': {'MON': ['09:00-12:00']}, 'statutoryYears': [2027]} | /statutoryYears | empty",
                "{'id': 'a', 'zone': 'UTC', 'week': {'MON': ['09:00-12:00']}, 'holidays': [{'date': '2026-02-30', 'name': 'x'}]} | /holidays/0/date | value",
                "{'id': 'a', 'zone': 'UTC', 'week': {'MON': ['09:00-12:00', '10:00-11:00']}} | /week/MON/1 | conflict",
                "{'id': 'a', 'zone': 'UTC', 'week': {'MON': ['09:00-12:00']}, 'version': 'x'} | /version | type"
            })
    void aWrongCalendarIsRefusedAndNotStored(String document, String pointer, String code) {
        SlaFixture.as("admin", platform, "admin-1")
                .body(document.replace('\'', '"'))
                .post("/api/v1/sla/calendars")
                .then()
                .statusCode(422)
                .body("errors.findAll { it.pointer == '" + pointer + "' }.code", contains(code));
        assertThat(sla.count("select count(*) from calendar where owner = ?", platform))
                .isZero();
    }

    @Test
    void calendarsAreVersionsOfTheirPlatformAlone() {
        String calendar = "{\"id\": \"shop\", \"zone\": \"UTC\", \"week\": {\"MON\": [\"09:00-12:00\"]}%s}";
        var admin = "/api/v1/sla/calendars";
        SlaFixture.as("admin", platform, "a")
                .body(calendar.formatted(""))
                .post(admin)
                .then()
                .statusCode(201);
        SlaFixture.as("admin", platform, "a")
                .body(calendar.formatted(", \"version\": 3"))
                .post(admin)
                .then()
                .statusCode(409);
        SlaFixture.as("admin", platform, "a")
                .body(calendar.formatted(", \"version\": 2"))
                .post(admin)
                .then()
                .statusCode(201);
        SlaFixture.as("ops", platform, "o")
                .get(admin + "/shop")
                .then()
                .statusCode(200)
                .body("items.version", contains(2, 1));
        SlaFixture.as("ops", platform, "o")
                .get(admin)
                .then()
                .body("items.id", contains("cn-24x7", "cn-office", "shop"))
                .body("items[1].shipped", equalTo(true));
        SlaFixture.as("ops", "huijin", "o").get(admin + "/shop/1").then().statusCode(404);
        SlaFixture.as("ops", "huijin", "o").get(admin + "/shop").then().statusCode(404);
    }

    private ValidatableResponse create(String more, int hours) {
        return SlaFixture.as("admin", platform, "admin-1")
                .body(POLICY.formatted(more, hours))
                .post("/api/v1/sla/policies")
                .then();
    }

    private ValidatableResponse life(
            int version, String step, String ifMatch, @org.jspecify.annotations.Nullable String body) {
        var request = SlaFixture.as("admin", platform, "admin-1").header("If-Match", ifMatch);
        return (body == null ? request : request.body(body))
                .post("/api/v1/sla/policies/" + platform + "/" + version + "/" + step)
                .then();
    }

    private ValidatableResponse read(int version) {
        return SlaFixture.as("ops", platform, "ops-1")
                .get("/api/v1/sla/policies/" + platform + "/" + version)
                .then()
                .statusCode(200);
    }

    private long told() {
        return sla.count(
                "select count(*) from outbox where aggregate_id = ? and type = 'org.redress.policy-activated.v1'",
                platform);
    }
}
