package org.redress.intake.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.redress.intake.Desk.as;
import static org.redress.intake.Desk.file;
import static org.redress.intake.Desk.filed;
import static org.redress.intake.Desk.filing;
import static org.redress.intake.Desk.someone;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.infra.RedressInfra;

@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
class ReadingIT {
    @Test
    void theOwnerAndTheStaffOfThePlatformSeeIt() {
        String me = someone();
        String id = filed("huijin", me);
        for (String role : List.of("agent", "supervisor", "ops", "platform")) {
            as(role, "huijin", "staff-1").get("/api/v1/complaints/" + id).then().statusCode(200);
        }
        as("complainant", "huijin", me).get("/api/v1/complaints/" + id).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/timeline"})
    void absentAndNotYoursAnswerAlike(String part) {
        String me = someone();
        String id = filed("huijin", me);
        Response absent = as("complainant", "huijin", me).get("/api/v1/complaints/" + UUID.randomUUID() + part);
        List<Response> notTheirs = List.of(
                as("complainant", "huijin", someone()).get("/api/v1/complaints/" + id + part),
                as("complainant", "qihui", me).get("/api/v1/complaints/" + id + part),
                as("ops", "qihui", "ops-1").get("/api/v1/complaints/" + id + part),
                as("agent", "kamen", "agent-1").get("/api/v1/complaints/" + id + part),
                as("partner", "huijin", "partner-1").get("/api/v1/complaints/" + id + part));
        for (Response answer : notTheirs) {
            assertThat(answer.statusCode()).isEqualTo(404).isEqualTo(absent.statusCode());
            assertThat(withoutInstance(answer)).isEqualTo(withoutInstance(absent));
        }
    }

    @Test
    void whatIsNoIdIsAbsent() {
        as("ops", "huijin", "ops-1")
                .get("/api/v1/complaints/1%20or%201=1")
                .then()
                .statusCode(404);
    }

    @Test
    void aPartnerSeesWhatItFiledAndNothingElse() {
        String other = filed("huijin", someone());
        String mine = as("partner", "huijin", "partner-7")
                .contentType("application/json")
                .body(filing("huijin", someone()).put("channel", "PARTNER").toString())
                .post("/api/v1/complaints")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as("partner", "huijin", "partner-7")
                .get("/api/v1/complaints/" + mine)
                .then()
                .statusCode(200);
        as("partner", "huijin", "partner-7")
                .get("/api/v1/complaints/" + other)
                .then()
                .statusCode(404);
        assertThat(ids(as("partner", "huijin", "partner-7").get("/api/v1/complaints")))
                .containsExactly(mine);
    }

    @Test
    void aComplainantWithThePartnersNameSeesNothingOfIt() {
        String shared = someone();
        String filed = as("partner", "huijin", shared)
                .contentType("application/json")
                .body(filing("huijin", someone()).toString())
                .post("/api/v1/complaints")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as("complainant", "huijin", shared)
                .get("/api/v1/complaints/" + filed)
                .then()
                .statusCode(404);
    }

    @Test
    void personalDataIsMasked() {
        String me = someone();
        String id = filed("huijin", me);
        as("ops", "huijin", "ops-1")
                .get("/api/v1/complaints/" + id)
                .then()
                .body("complainant.phone", equalTo("138****8000"))
                .body("complainant.name", equalTo("张**"))
                .body("complainant.email", equalTo("m***@example.com"));
    }

    @Test
    void aVersionThatTheCallerHasIsNotSentAgain() {
        String me = someone();
        String id = filed("huijin", me);
        String tag =
                as("complainant", "huijin", me).get("/api/v1/complaints/" + id).header("ETag");
        as("complainant", "huijin", me)
                .header("If-None-Match", tag)
                .get("/api/v1/complaints/" + id)
                .then()
                .statusCode(304);
    }

    @Test
    void aVersionThatIsNotThereAnyMoreIsRefusedWithAReason() {
        String me = someone();
        as("complainant", "huijin", me)
                .header("If-Match", "\"999\"")
                .get("/api/v1/complaints/" + filed("huijin", me))
                .then()
                .statusCode(412)
                .contentType("application/problem+json")
                .body("code", equalTo("stale"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script><img src=x onerror=alert(1)>",
                "{{7*7}} ${jndi:ldap://x} '; drop table complaint; --",
                "photo\u202Egnp.exe \u2066hidden\u2069 \uFEFF",
                "line\r\nSet-Cookie: a=b\tend"
            })
    void textIsKeptToTheLetterAndAnsweredInert(String text) {
        String me = someone();
        String id = file("huijin", me, filing("huijin", me).put("description", text))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as("complainant", "huijin", me)
                .get("/api/v1/complaints/" + id)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("X-Content-Type-Options", "nosniff")
                .header("Set-Cookie", nullValue())
                .body("description", equalTo(text));
    }

    @Test
    void aComplainantsListHoldsTheirOwnOnly() {
        String me = someone();
        String mine = filed("kameng", me);
        filed("kameng", someone());
        filed("qihui", me);
        assertThat(ids(as("complainant", "kameng", me).get("/api/v1/complaints")))
                .containsExactly(mine);
    }

    @Test
    void theStaffsListHoldsThePlatformsOnly() {
        filed("wangwang", someone());
        filed("kamen", someone());
        as("ops", "wangwang", "ops-1")
                .get("/api/v1/complaints?limit=100")
                .then()
                .statusCode(200)
                .body("items.platform", everyItem(equalTo("wangwang")));
        as("ops", "wangwang", "ops-1")
                .get("/api/v1/complaints?platform=kamen")
                .then()
                .statusCode(422);
    }

    @Test
    void walkingTheCursorShowsEachOnceNewestFirst() {
        String me = someone();
        List<String> filed = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            filed.add(0, filed("kamen", me));
        }
        List<String> seen = new ArrayList<>();
        String next = null;
        do {
            Response page = page(me, next);
            seen.addAll(ids(page));
            next = page.jsonPath().getString("next");
            if (seen.size() == 3) {
                filed("kamen", me);
            }
        } while (next != null);
        assertThat(seen).isEqualTo(filed);
    }

    private static Response page(String me, @Nullable String next) {
        var request = as("complainant", "kamen", me).queryParam("limit", 3);
        return (next == null ? request : request.queryParam("cursor", next)).get("/api/v1/complaints");
    }

    @Test
    void filtersNarrowTheList() {
        String me = someone();
        file("kamen", me, filing("kamen", me).put("orderNo", "A-" + me).put("category", "FRAUD"));
        filed("kamen", me);
        for (String query : List.of("orderNo=A-" + me, "category=FRAUD", "status=FILED&category=FRAUD")) {
            as("complainant", "kamen", me)
                    .get("/api/v1/complaints?" + query)
                    .then()
                    .body("items", hasSize(1));
        }
        for (String query : List.of("severity=CRITICAL", "status=TRIAGED", "owner=nobody")) {
            as("complainant", "kamen", me)
                    .get("/api/v1/complaints?" + query)
                    .then()
                    .body("items", hasSize(0));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "status=DONE, /status",
        "severity=high, /severity",
        "category=%27%3B--, /category",
        "limit=0, /limit",
        "limit=1000000000, /limit",
        "cursor=abc, /cursor",
        "cursor=YXQ9MjAyNg, /cursor",
        "orderNo=%00, /orderNo",
        "owner=a%00b, /owner",
        "complainant=, /complainant",
        "orderNo=, /orderNo",
        "owner=%20, /owner",
        "status=, /status",
        "'status=FILED,', /status",
        "orderNo=a&orderNo=b, /orderNo",
        "order=a, /order"
    })
    void aBadQueryIsRefusedByName(String query, String pointer) {
        as("ops", "kamen", "ops-1")
                .urlEncodingEnabled(false)
                .get("/api/v1/complaints?" + query)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void aQuoteInAFilterIsAValue() {
        as("ops", "kamen", "ops-1")
                .queryParam("orderNo", "' or 1=1 --")
                .get("/api/v1/complaints")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    private static List<String> ids(Response page) {
        page.then().statusCode(200);
        return page.jsonPath().getList("items.id");
    }

    private static String withoutInstance(Response answer) {
        return answer.asString().replaceAll("\"instance\":\"[^\"]*\"", "");
    }
}
