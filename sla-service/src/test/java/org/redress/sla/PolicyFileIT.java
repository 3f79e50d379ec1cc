package org.redress.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.redress.infra.RedressInfra;

/** A platform's policies and calendars as a file. */
@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
class PolicyFileIT {
    private static final String CALENDAR =
            "{\"id\": \"shop\", \"zone\": \"Asia/Shanghai\", \"week\": {\"MON\": [\"%s\"]}, \"holidays\": [{\"date\": \"2026-10-05\", \"name\": \"国庆节\"}]}";
    private static final String POLICY =
            "{%s\"calendar\": \"%s\", \"clocks\": [{\"metric\": \"RESOLUTION\", \"when\": {\"severity\": [\"URGENT\"]}, \"target\": \"PT%dH\", \"unit\": \"WORKING_TIME\", \"pauseOn\": [\"WAITING_COMPLAINANT\"], \"pauseCap\": \"PT72H\", \"levels\": [{\"at\": \"80%%\", \"kind\": \"WARNING\", \"to\": \"OWNER\"}]}]}";
    private static final String FILES = "/api/v1/sla/policy-files";

    @Inject
    SlaFixture sla;

    @Test
    void aFileReadIntoAnotherPlatformIsWrittenAgainTheSameAndReadTwiceChangesNothing() {
        String from = filled();
        String to = SlaFixture.newPlatform();
        String file = export(from);

        post(to, FILES, file.replace(from, to))
                .statusCode(200)
                .body("calendarsStored", equalTo(2))
                .body("policiesStored", equalTo(3));
        assertThat(export(to)).isEqualTo(file.replace(from, to));
        post(to, FILES, file.replace(from, to))
                .statusCode(200)
                .body("calendarsStored", equalTo(0))
                .body("policiesStored", equalTo(0));
        assertThat(export(to)).isEqualTo(file.replace(from, to));
    }

    @Test
    void anythingWrongIsNamedAndNothingIsStored() {
        String from = filled();
        String to = SlaFixture.newPlatform();
        String file = export(from);
        String own = file.replace(from, to);

        post(to, FILES, file).statusCode(422).body("errors.pointer", hasItem("/platform"));
        post(to, FILES, own.replace("redress-sla-policies", "recipes"))
                .statusCode(422)
                .body("errors.pointer", hasItem("/kind"));
        post(to, FILES, own.replace("2026-10-05", "2026-02-30"))
                .statusCode(422)
                .body("errors.pointer", hasItem("/calendars/0/calendar/holidays/0/date"))
                .body("errors.pointer", hasItem("/policies/0/calendar"));
        post(to, FILES, own.replace("\"target\":\"PT2H\"", "\"target\":\"PT-2H\""))
                .statusCode(422)
                .body("errors.pointer", hasItem("/policies/1/policy/clocks/0/target"));
        assertThat(sla.count("select count(*) from policy where platform = ?", to))
                .isZero();
        assertThat(sla.count("select count(*) from calendar where owner = ?", to))
                .isZero();
    }

    @Test
    void aVersionThatSaysSomethingElseIsAConflict() {
        String platform = filled();
        String file = export(platform);

        post(platform, FILES, file.replace("\"target\":\"PT2H\"", "\"target\":\"PT3H\""))
                .statusCode(422)
                .body("errors.pointer", hasItem("/policies/1/version"));
        assertThat(export(platform)).isEqualTo(file);
        SlaFixture.as("agent", platform, "agent-1").get(FILES).then().statusCode(403);
    }

    /** Two versions of an own calendar; a version on the first, one on a shipped calendar, and a draft. */
    private String filled() {
        String platform = SlaFixture.newPlatform();
        post(platform, "/api/v1/sla/calendars", CALENDAR.formatted("09:00-12:00"))
                .statusCode(201);
        post(platform, "/api/v1/sla/policies", POLICY.formatted("", "shop", 1)).statusCode(201);
        post(platform, "/api/v1/sla/calendars", CALENDAR.formatted("09:00-18:00"))
                .statusCode(201);
        post(platform, "/api/v1/sla/policies", POLICY.formatted("", "cn-office", 2))
                .statusCode(201);
        post(platform, "/api/v1/sla/policies", POLICY.formatted("\"draft\": true, ", "shop", 4))
                .statusCode(201);
        return platform;
    }

    private static String export(String platform) {
        return SlaFixture.as("admin", platform, "admin-1")
                .get(FILES)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static ValidatableResponse post(String platform, String path, String body) {
        return SlaFixture.as("admin", platform, "admin-1").body(body).post(path).then();
    }
}
