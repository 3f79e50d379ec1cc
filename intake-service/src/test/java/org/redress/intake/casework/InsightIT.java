package org.redress.intake.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.redress.intake.Desk.as;
import static org.redress.intake.Desk.file;
import static org.redress.intake.Desk.filing;
import static org.redress.intake.Desk.someone;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.redress.contract.Tier;
import org.redress.infra.RedressInfra;
import org.redress.intake.Ledger;

/** Where a case can go outside, which rules decisions rest on, and how like cases were decided. */
@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
class InsightIT {
    private static final String PATH = "/api/v1/complaints/";

    @Test
    void routesAreOpenByCategoryProductAmountAndTime() {
        String me = someone();
        String small = filed(me, filing("qihui", me).put("productId", "phone-100"));
        assertThat(closed("qihui", me, small, "SMALL_CLAIMS_COURT")).isEqualTo("AMOUNT");
        assertThat(closed("qihui", me, small, "TELECOM_USER_APPEALS")).isEqualTo("NO_DECISION_YET");
        String big = filed(me, filing("qihui", me).put("amount", "5000.01").put("productId", "card-9"));
        assertThat(closed("qihui", me, big, "SMALL_CLAIMS_COURT")).isEqualTo("NO_DECISION_YET");
        assertThat(closed("qihui", me, big, "TELECOM_USER_APPEALS")).isEqualTo("PRODUCT");
        String goods = filed(me, filing("huijin", me));
        assertThat(closed("huijin", me, goods, "POLICE")).isEqualTo("CATEGORY");
        assertThat(closed("huijin", me, goods, "HOTLINE_12315")).isEqualTo("null");
        String stolen = filed(me, filing("huijin", me).put("category", "ACCOUNT_ANOMALY"));
        assertThat(closed("huijin", me, stolen, "POLICE")).isEqualTo("null");
    }

    @Test
    void aReferralTakesOnlyWhatIsOpenAndNamesIt() {
        try (Court court = Court.triaged("qihui")) {
            Response early = court.give("agent", "agent-1", "referrals", "{\"body\": \"HOTLINE_12315\"}");
            early.then().statusCode(422).body("errors[0].code", equalTo("body-not-open"));
            court.agents("decisions", Court.decision(""));
            Response small = court.give("agent", "agent-1", "referrals", "{\"body\": \"SMALL_CLAIMS_COURT\"}");
            small.then()
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/body"))
                    .body("errors[0].detail", containsString("HOTLINE_12315, CONSUMER_ASSOCIATION"));
            court.refused("agent", "agent-1", "referrals", "{\"body\": \"NOBODY\"}", 422, "invalid");
            court.agents("referrals", "{\"body\": \"HOTLINE_12315\"}");
            assertThat(routes("qihui", "complainant", court.me, court.id).getInt("appealsLeft"))
                    .isEqualTo(2);
        }
    }

    @Test
    void afterTheLastAppealTheWayOutsideIsExplained() {
        try (Court court = Court.triaged("kamen")) {
            court.move(Tier.SPECIAL_TEAM, "agent-8");
            court.done("agent", "agent-8", "decisions", Court.decision(""));
            assertThat(closed("kamen", court.me, court.id, "REGULATORS")).isEqualTo("APPEAL_LEFT");
            String appeal = court.mine("appeals", "{\"reason\": \"unfair\", \"news\": \"a chat log\"}");
            court.move(Tier.MEDIATION_PANEL, "agent-10");
            String decision = "appeals/" + appeal + "/decision";
            String upheld = "{\"outcome\": \"UPHELD\", \"basis\": [\"NOT_PROVEN\"], \"reason\": \"nothing shows it\"}";
            court.refused("supervisor", "super-1", decision, upheld, 403, "tier-too-low");
            court.done("agent", "agent-10", decision, upheld);
            court.refused(
                    "complainant",
                    court.me,
                    "appeals",
                    "{\"reason\": \"no\", \"news\": \"more\"}",
                    409,
                    "no-higher-tier");
            JsonPath shown = as("complainant", "kamen", court.me)
                    .header("Accept-Language", "zh-CN")
                    .get(PATH + court.id + "/case")
                    .jsonPath();
            assertThat(shown.getInt("externalRoutes.appealsLeft")).isZero();
            assertThat(shown.getString("externalRoutes.explanation")).contains("最终处理");
            assertThat(shown.<Boolean>getList("externalRoutes.routes.open")).containsOnly(true);
        }
    }

    @Test
    void whatIsNewWithAnAppealStaysInTheArchiveAndOffTheTimeline() {
        try (Court court = Court.triaged("kamen")) {
            court.agents("decisions", Court.decision(""));
            court.refused("complainant", court.me, "appeals", "{\"reason\": \"unfair\"}", 409, "nothing-new");
            court.mine("appeals", "{\"reason\": \"unfair\", \"news\": \"the seller rang me from 13800138555\"}");
            for (String role : List.of("complainant", "agent")) {
                JsonPath archive = as(role, "kamen", role.equals("agent") ? "agent-1" : court.me)
                        .get(PATH + court.id + "/contacts?limit=100")
                        .jsonPath();
                assertThat(archive.getString("items.find { it.command == 'appeal' }.text"))
                        .isEqualTo("unfair");
                assertThat(archive.getString("items.find { it.command == 'appeal' }.facts"))
                        .isEqualTo("the seller rang me from 13800138555");
            }
            assertThat(as("agent", "kamen", "agent-1")
                            .get(PATH + court.id + "/timeline?limit=100")
                            .asString())
                    .contains("APPEAL_FILED")
                    .doesNotContain("13800138555", "rang me");
            as("complainant", "kamen", court.me)
                    .get(PATH + court.id + "/timeline/verification")
                    .then()
                    .statusCode(200)
                    .body("valid", equalTo(true));
        }
    }

    @Test
    void aClosedCaseGoesToABodyThatOpensThen() {
        try (Court court = Court.triaged("kamen")) {
            court.agents("decisions", Court.decision(""));
            court.refused("agent", "agent-1", "referrals", "{\"body\": \"REGULATORS\"}", 422, "invalid");
            court.mine("closure", "{}");
            String referral = court.agents("referrals", "{\"body\": \"REGULATORS\"}");
            court.agents("referrals/" + referral + "/answer", "{\"outcome\": \"SETTLED\"}");
            String again = court.agents("referrals", "{\"body\": \"REGULATORS\"}");
            court.agents("referrals/" + again + "/withdrawal", "{\"reason\": \"settled\"}");
            assertThat(court.status()).isEqualTo("CLOSED");
        }
    }

    @Test
    void aDecisionRestsOnPublishedRulesAlone() {
        try (Court court = Court.triaged("huijin")) {
            String unknown = Court.decision("").replace("DELIVERY_OR_REFUND", "BECAUSE_I_SAY_SO");
            court.give("agent", "agent-1", "decisions", unknown)
                    .then()
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/basis"))
                    .body("errors[0].code", equalTo("unknown-rule"))
                    .body("errors[0].detail", containsString("DELIVERY_OR_REFUND"))
                    .body("errors[0].detail", containsString("FAST_LANE"));
            JsonPath profile = as("complainant", "huijin", court.me)
                    .get("/api/v1/platforms/huijin")
                    .jsonPath();
            assertThat(profile.<String>getList("rules.code")).contains("DELIVERY_OR_REFUND", "NOT_PROVEN");
            court.agents(
                    "decisions",
                    Court.decision("").replace("\"reason\"", "\"facts\": \"no code was sent\", \"reason\""));
            assertThat(as("complainant", "huijin", court.me)
                            .get(PATH + court.id + "/contacts?limit=100")
                            .jsonPath()
                            .<String>getList("items.facts"))
                    .contains("no code was sent");
        }
    }

    @Test
    void likeCasesAreShownTheMostAlikeFirstAndNobodyNamed() {
        String platform = "prec-" + UUID.randomUUID().toString().substring(0, 8);
        as("admin", platform, "root")
                .contentType("application/json")
                .body("{\"id\": \"%s\", \"names\": {\"zh-CN\": \"先例\", \"en\": \"Precedents\"}}".formatted(platform))
                .post("/api/v1/platforms")
                .then()
                .statusCode(201);
        try (Court like = Court.triaged(platform);
                Court upheld = Court.triaged(platform);
                Court open = Court.triaged(platform)) {
            like.agents("decisions", Court.decision(Court.remedy("REFUND", Duration.ofDays(1))));
            upheld.agents("decisions", Court.decision("").replace("SUPPORTED", "NOT_SUPPORTED"));
            String appeal = upheld.mine("appeals", "{\"reason\": \"unfair\"}");
            upheld.done(
                    "supervisor",
                    "super-1",
                    "appeals/" + appeal + "/decision",
                    "{\"outcome\": \"REVOKED\", \"basis\": [\"R1\"], \"reason\": \"look again\"}");

            JsonPath seen = precedents(platform, "agent", "agent-1", open.id);
            assertThat(seen.<String>getList("items.complaintId"))
                    .as("a revoked decision is no precedent")
                    .containsExactly(like.id);
            assertThat(seen.getString("items[0].remedies[0].type")).isEqualTo("REFUND");
            assertThat(seen.getString("items[0].amount.upTo")).isEqualTo("100");
            assertThat(seen.<String>getList("items[0].basis")).containsExactly("DELIVERY_OR_REFUND");
            String mine = as("complainant", platform, open.me)
                    .get(PATH + open.id + "/precedents")
                    .asString();
            assertThat(mine).contains("DELIVERY_OR_REFUND").doesNotContain(like.id, like.me, "complaintId");
            as("complainant", platform, like.me)
                    .get(PATH + open.id + "/precedents")
                    .then()
                    .statusCode(404);
            assertThat(precedents(platform, "agent", "agent-1", like.id).getList("items"))
                    .isEmpty();
        }
    }

    @Test
    void aDecisionThatTakesTheOldOnesPlaceIsThePrecedent() {
        try (Court court = Court.triaged("wangwang")) {
            court.agents("decisions", Court.decision(""));
            String appeal = court.mine("appeals", "{\"reason\": \"unfair\"}");
            court.done("supervisor", "super-1", "appeals/" + appeal + "/decision", """
                    {"outcome": "CHANGED", "decision": "PARTLY_SUPPORTED", "basis": ["PARTIAL_DELIVERY"], "reason": "half",
                     "remedies": [%s]}""".formatted(
                            Court.remedy("REFUND", Duration.ofDays(1))));
            assertThat(Ledger.texts(
                            "select outcome || ' ' || basis[1] || ' ' || appealed from decided_case where complaint_id = ?",
                            UUID.fromString(court.id)))
                    .isEqualTo(List.of("PARTLY_SUPPORTED PARTIAL_DELIVERY true"));
        }
    }

    private static JsonPath precedents(String platform, String role, String subject, String id) {
        Response answer = as(role, platform, subject).get(PATH + id + "/precedents");
        answer.then().statusCode(200);
        return answer.jsonPath();
    }

    private static JsonPath routes(String platform, String role, String subject, String id) {
        Response answer = as(role, platform, subject).get(PATH + id + "/external-routes");
        answer.then().statusCode(200).body("routes.findAll { !it.open && it.closedBecause == null }", hasSize(0));
        return answer.jsonPath();
    }

    private static String closed(String platform, String me, String id, String body) {
        return String.valueOf(routes(platform, "complainant", me, id)
                .<Object>get("routes.find { it.code == '" + body + "' }.closedBecause"));
    }

    private static String filed(String me, ObjectNode body) {
        return file(body.get("platform").asText(), me, body)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
