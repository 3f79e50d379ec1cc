package org.redress.intake.platform;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;
import static org.redress.intake.Desk.as;
import static org.redress.intake.Desk.file;
import static org.redress.intake.Desk.filing;
import static org.redress.intake.Desk.someone;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.infra.RedressInfra;

@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
class PlatformIT {
    private static ValidatableResponse register(String body) {
        return as("admin", "huijin", "admin-1")
                .contentType("application/json")
                .body(body)
                .post("/api/v1/platforms")
                .then();
    }

    @Test
    void theShippedPlatformsAreThereForEveryone() {
        given().get("/api/v1/platforms")
                .then()
                .statusCode(200)
                .body("items.id", hasItems("huijin", "kameng", "kamen", "qihui", "wangwang"));
        given().get("/api/v1/platforms/qihui")
                .then()
                .statusCode(200)
                .body("names.en", equalTo("Qihui"))
                .body("numberPrefix", equalTo("QH"))
                .body("moneyLines.amount", contains("10.00", "5000.00"))
                .body("delayCompensation.amount", equalTo("10.00"))
                .body("urging.every", equalTo("PT24H"))
                .body("productPromises.within", contains("PT15M"))
                .body("externalBodies.code", hasItem("TELECOM_USER_APPEALS"));
        given().get("/api/v1/platforms/kamen").then().body("escalationLimit", equalTo(3));
        given().get("/api/v1/platforms/huijin").then().body("appeal.within", equalTo("P7D"));
        given().get("/api/v1/platforms/nowhere").then().statusCode(404);
    }

    @Test
    void aNewPlatformTakesComplaintsAtOnce() {
        String id = "p-" + someone();
        register("""
                {"id": "%s", "names": {"zh-CN": "新平台", "en": "New"}, "numberPrefix": "NEW", "zone": "Asia/Urumqi"}
                """.formatted(id))
                .statusCode(201)
                .body("escalationLimit", equalTo(2))
                .body("currency", equalTo("CNY"));
        given().get("/api/v1/platforms/" + id).then().statusCode(200).body("zone", equalTo("Asia/Urumqi"));
        String me = someone();
        file(id, me, filing(id, me)).then().statusCode(201).body("number", startsWith("NEW-"));
    }

    @Test
    void anIdThatExistsIsAConflict() {
        register("{\"id\": \"huijin\", \"names\": {\"zh-CN\": \"汇\", \"en\": \"H\"}}")
                .statusCode(409);
        given().get("/api/v1/platforms/huijin").then().body("names.en", equalTo("Huijin"));
    }

    @ParameterizedTest
    @CsvSource({"ops,403", "platform,403", "complainant,403"})
    void othersMayNotRegister(String role, int status) {
        as(role, "huijin", "x")
                .contentType("application/json")
                .body("{\"id\": \"mine\", \"names\": {\"zh-CN\": \"我\", \"en\": \"Mine\"}}")
                .post("/api/v1/platforms")
                .then()
                .statusCode(status);
        given().get("/api/v1/platforms/mine").then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"id":"X","names":{"zh-CN":"a","en":"b"}}                          | /id
            {"id":"a","names":{"zh-CN":"a","en":"b"}}                          | /id
            {"names":{"zh-CN":"a","en":"b"}}                                   | /id
            {"id":"ok-1"}                                                      | /names
            {"id":"ok-1","names":{"en":"b"}}                                   | /names
            {"id":"ok-1","names":{"zh-CN":"a","en":"b","fr":"c"}}              | /names
            {"id":"ok-1","names":{"zh-CN":"a","en":"b"},"numberPrefix":"a-b"}  | /numberPrefix
            {"id":"ok-1","names":{"zh-CN":"a","en":"b"},"zone":"Mars/Olympus"} | /zone
            {"id":"ok-1","names":{"zh-CN":"a","en":"b"},"currency":"ABC"}      | /currency
            {"id":"ok-1","names":{"zh-CN":"a","en":"b"},"escalationLimit":9}   | /escalationLimit
            {"id":"ok-1","names":{"zh-CN":"a","en":"b"},"moneyLines":[{"code":"A","comparison":"ABOVE","amount":"1.234","texts":{"zh-CN":"a","en":"b"}}]} | /moneyLines/0/amount
            {"id":"ok-1","names":{"zh-CN":"a","en":"b"},"needs":[{"item":"a b","reason":{"zh-CN":"a","en":"b"}}]} | /needs/0/item
            {"id":"ok-1","names":{"zh-CN":"a","en":"b"},"materials":{"rounds":9,"within":"PT1H"}} | /materials/rounds
            {"id":"ok-1","names":{"zh-CN":"a","en":"b"},"fastLane":{"rule":"A","upTo":"50.01","currency":"CNY","categories":["NOT_DELIVERED"],"situations":["PAID_NOT_DELIVERED"],"within":"PT24H","perPersonPer30Days":3,"texts":{"zh-CN":"a","en":"b"}}} | /fastLane/upTo
            {"id":"ok-1","names":{"zh-CN":"a","en":"b"},"fastLane":{"rule":"A","upTo":"5.00","currency":"JPY","categories":["NOT_DELIVERED"],"situations":["PAID_NOT_DELIVERED"],"within":"PT24H","perPersonPer30Days":3,"texts":{"zh-CN":"a","en":"b"}}} | /fastLane/upTo
            {"id":"ok-1","names":{"zh-CN":"a","en":"b"},"appeal":{"within":"P0D","to":[],"needs":[],"texts":{"zh-CN":"a","en":"b"}}} | /appeal/within
            {"id":"ok-1","names":{"zh-CN":"a","en":"b"},"appeal":{"within":"P366D","to":[],"needs":[],"texts":{"zh-CN":"a","en":"b"}}} | /appeal/within
            {"id":"ok-1","names":{"zh-CN":"a","en":"b"},"appeal":{"within":"P9999D","to":[],"needs":[],"texts":{"zh-CN":"a","en":"b"}}} | /appeal/within
            {"id":"ok-1","names":{"zh-CN":"a","en":"b"},"appeal":{"within":"PT23H","to":[],"needs":[],"texts":{"zh-CN":"a","en":"b"}}} | /appeal/within
            {"id":"ok-1","names":{"zh-CN":"a","en":"b"},"appeal":{"within":"PT0M","to":[],"needs":[],"texts":{"zh-CN":"a","en":"b"}}} | /appeal/within
            {"id":"ok-1","names":{"zh-CN":"a","en":"b"},"appeal":{"within":"PT99999H","to":[],"needs":[],"texts":{"zh-CN":"a","en":"b"}}} | /appeal/within
            {"id":"ok-1","names":{"zh-CN":"a","en":"b"},"urging":{"offered":true,"every":"PT0M","newEvidence":true,"channels":[]}} | /urging/every
            {"id":"ok-1","names":{"zh-CN":"a","en":"b"},"urging":{"offered":true,"ultimatum":"PT0M","newEvidence":true,"channels":[]}} | /urging/ultimatum
            {"id":"ok-1","names":{"zh-CN":"a","en":"b"},"materials":{"rounds":2,"within":"PT0M"}} | /materials/within
            {"id":"ok-1","names":{"zh-CN":"a","en":"b"},"fastLane":{"rule":"A","upTo":"5.00","currency":"CNY","categories":["NOT_DELIVERED"],"situations":["PAID_NOT_DELIVERED"],"within":"PT0M","perPersonPer30Days":3,"texts":{"zh-CN":"a","en":"b"}}} | /fastLane/within
            {"id":"ok-1","names":{"zh-CN":"a","en":"b"},"urging":{"offered":true,"every":"P366D","newEvidence":true,"channels":[]}} | /urging/every
            {"id":"ok-1","names":{"zh-CN":"a","en":"b"},"urging":{"offered":true,"ultimatum":"P366D","newEvidence":true,"channels":[]}} | /urging/ultimatum
            {"id":"ok-1","names":{"zh-CN":"a","en":"b"},"materials":{"rounds":2,"within":"P366D"}} | /materials/within
            {"id":"ok-1","names":{"zh-CN":"a","en":"b"},"fastLane":{"rule":"A","upTo":"5.00","currency":"CNY","categories":["NOT_DELIVERED"],"situations":["PAID_NOT_DELIVERED"],"within":"P366D","perPersonPer30Days":3,"texts":{"zh-CN":"a","en":"b"}}} | /fastLane/within
            {"id":"ok-1","names":{"zh-CN":"a","en":"b"},"productPromises":[{"code":"A","within":"PT0M","texts":{"zh-CN":"a","en":"b"}}]} | /productPromises/0/within
            {"id":"ok-1","names":{"zh-CN":"a","en":"b"},"productPromises":[{"code":"A","within":"P3651D","texts":{"zh-CN":"a","en":"b"}}]} | /productPromises/0/within
            """)
    void aBadProfileIsRefusedByName(String body, String pointer) {
        register(body).statusCode(422).body("errors[0].pointer", equalTo(pointer));
        given().get("/api/v1/platforms/ok-1").then().statusCode(404);
    }
}
