package org.redress.intake.standards;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.redress.intake.Desk.as;
import static org.redress.intake.Desk.file;
import static org.redress.intake.Desk.filing;
import static org.redress.intake.Desk.someone;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.contract.sla.PolicyActivated;
import org.redress.contract.sla.SlaEvent;
import org.redress.infra.RedressInfra;
import org.redress.intake.Ledger;
import org.redress.intake.Others;

@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
class StandardsIT {
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    private Others others;
    private String platform;

    @BeforeEach
    void registerOne() {
        others = new Others();
        platform = "s-" + someone();
        as("admin", "huijin", "admin-1")
                .contentType("application/json")
                .body("{\"id\": \"" + platform + "\", \"names\": {\"zh-CN\": \"标准\", \"en\": \"Standard\"}}")
                .post("/api/v1/platforms")
                .then()
                .statusCode(201);
    }

    @AfterEach
    void stopOthers() {
        others.close();
    }

    @Test
    void withoutAPolicyTheProfileIsPublishedAndNothingPromised() {
        standards("").body("policyVersion", equalTo(null)).body("standards", hasSize(0));
        String me = someone();
        file(platform, me, filing(platform, me)).then().statusCode(201).body("promises", hasSize(0));
    }

    @Test
    void anActivatedPolicyIsPublishedAndPromised() throws Exception {
        activate(1, LONG_AGO, "PT48H");
        standards("")
                .body("policyVersion", equalTo(1))
                .body("profile.names.en", equalTo("Standard"))
                .body(find("NORMAL", "FIRST_RESPONSE", null) + ".target", equalTo("PT48H"))
                .body(find("NORMAL", "FIRST_RESPONSE", null) + ".labels.'zh-CN'", equalTo("人工首次回复"))
                .body(find("URGENT", "FIRST_RESPONSE", null) + ".target", equalTo("PT24H"))
                .body(find("NORMAL", "RESOLUTION", null) + ".unitLabels.en", equalTo("in working days"))
                .body(find("NORMAL", "RESOLUTION", "FRAUD") + ".target", equalTo("P3D"));
        standards("&category=FRAUD").body(find("NORMAL", "RESOLUTION", "FRAUD") + ".target", equalTo("P3D"));

        String me = someone();
        file(platform, me, filing(platform, me))
                .then()
                .statusCode(201)
                .body("promises", hasSize(2))
                .body("promises.find { it.metric == 'FIRST_RESPONSE' }.target", equalTo("PT48H"))
                .body("promises.find { it.metric == 'FIRST_RESPONSE' }.dueAt", equalTo(null))
                .body("promises.find { it.metric == 'RESOLUTION' }.unit", equalTo("WORKING_DAYS"));
    }

    @Test
    void aVersionHoldsFromItsTimeOnAndIsNeverEdited() throws Exception {
        activate(1, LONG_AGO, "PT48H");
        activate(3, Instant.parse("2190-01-01T00:00:00Z"), "PT1H");
        activate(2, LONG_AGO, "PT36H");
        activate(2, LONG_AGO, "PT2H");
        standards("")
                .body("policyVersion", equalTo(2))
                .body(find("NORMAL", "FIRST_RESPONSE", null) + ".target", equalTo("PT36H"));
    }

    @Test
    void aPolicyThatIsNoneIsParked() throws Exception {
        var policy = new ObjectMapper().readTree("{\"platform\": \"" + platform + "\", \"clocks\": []}");
        others.tell(
                SlaEvent.TOPIC,
                SlaEvent.SOURCE,
                platform,
                platform,
                1,
                new PolicyActivated(platform, 1, LONG_AGO, policy));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(as("ops", platform, "ops-1")
                                .get("/api/v1/complaints/parked-records?limit=100")
                                .jsonPath()
                                .<String>getList("items.subject"))
                        .contains(platform));
    }

    @Test
    void aBadQuestionIsAnsweredByName() {
        given().get("/api/v1/standards").then().statusCode(422).body("errors[0].pointer", equalTo("/platform"));
        given().get("/api/v1/standards?platform=nowhere").then().statusCode(404);
        given().get("/api/v1/standards?platform=huijin&category=LOST")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/category"));
    }

    private void activate(int version, Instant from, String firstResponse) throws JsonProcessingException {
        var policy = new ObjectMapper().readTree("""
                {"platform": "%s", "version": %d, "calendar": "cn-24x7", "clocks": [
                  {"metric": "FIRST_RESPONSE", "when": {"severity": ["URGENT"]}, "target": "PT24H", "unit": "ELAPSED"},
                  {"metric": "FIRST_RESPONSE", "when": "ALWAYS", "target": "%s", "unit": "ELAPSED"},
                  {"metric": "RESOLUTION", "when": {"category": ["FRAUD"]}, "target": "P3D", "unit": "WORKING_DAYS"},
                  {"metric": "RESOLUTION", "when": "ALWAYS", "target": "P7D", "unit": "WORKING_DAYS"}]}
                """.formatted(platform, version, firstResponse));
        var event = new PolicyActivated(platform, version, from, policy);
        var id = others.tell(SlaEvent.TOPIC, SlaEvent.SOURCE, platform, platform, version, event);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !Ledger.texts("select consumer from inbox where event_id = ?", id)
                        .isEmpty());
    }

    private ValidatableResponse standards(String more) {
        return given().get("/api/v1/standards?platform=" + platform + more)
                .then()
                .statusCode(200);
    }

    private static String find(String severity, String metric, @org.jspecify.annotations.Nullable String category) {
        String wanted = category == null ? "null" : "'" + category + "'";
        return "standards.find { it.severity == '" + severity + "' && it.metric == '" + metric + "' && it.category == "
                + wanted + " }";
    }
}
