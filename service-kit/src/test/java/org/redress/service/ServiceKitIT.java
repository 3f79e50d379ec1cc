package org.redress.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.infra.RedressInfra;

@QuarkusTest
@WithTestResource(RedressInfra.class)
class ServiceKitIT {
    static final String GOOD = "{\"text\":\"hello\",\"color\":\"RED\"}";

    static RequestSpecification as(String role, String platform, String subject) {
        return given().header("Authorization", "Bearer " + RedressInfra.token(role, platform, subject));
    }

    static ValidatableResponse post(String key, String body) {
        return as("complainant", "huijin", "u-1")
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post("/api/notes")
                .then();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            no JSON              | {"text":                                          | 400 | malformed-json | -             | -
            empty body           |                                                   | 422 | invalid        | -             | -
            same key twice       | {"text":"a","text":"b","color":"RED"}             | 400 | malformed-json | -             | -
            something behind     | {"text":"a","color":"RED"} {}                     | 422 | invalid        | -             | -
            an array             | []                                                | 422 | invalid        | /             | type
            number for a string  | {"text":1,"color":"RED"}                          | 422 | invalid        | /text         | type
            missing              | {"color":"RED"}                                   | 422 | invalid        | /text         | required
            null                 | {"text":null,"color":"RED"}                       | 422 | invalid        | /text         | required
            overlong             | {"text":"12345678901","color":"RED"}              | 422 | invalid        | /text         | length
            unknown enum value   | {"text":"a","color":"GREEN"}                      | 422 | invalid        | /color        | value
            number for an enum   | {"text":"a","color":0}                            | 422 | invalid        | /color        | value
            unknown field        | {"text":"a","color":"RED","status":"DONE"}        | 422 | invalid        | /status       | unknown-field
            time without offset  | {"text":"a","color":"RED","at":"2026-11-22T10:00:00"} | 422 | invalid    | /at           | value
            time as a number     | {"text":"a","color":"RED","at":1}                 | 422 | invalid        | /at           | type
            NUL                  | {"text":"a\\u0000b","color":"RED"}                | 422 | invalid        | /text         | characters
            NUL in a list        | {"text":"a","color":"RED","tags":[{"name":"\\u0000"}]} | 422 | invalid  | /tags/0/name  | characters
            NUL in any value     | {"text":"a","color":"RED","more":{"deep":{"a":["b","\\u0000"]}}} | 422 | invalid | /more/deep     | characters
            NUL in any name      | {"text":"a","color":"RED","more":{"a\\u0000":1}} | 422 | invalid         | /more         | characters
            inside a list        | {"text":"a","color":"RED","tags":[{"name":"x"},{"name":" "}]} | 422 | invalid | /tags/1/name | required
            too many             | {"text":"a","color":"RED","tags":[{"name":"x"},{"name":"y"},{"name":"z"}]} | 422 | invalid | /tags | length
            """)
    void badBodiesAreRefusedWithThePlaceOfTheMistake(
            String title, String body, int status, String code, String pointer, String error) {
        int before = NoteResource.WRITTEN.get();
        var answer = post(UUID.randomUUID().toString(), body == null ? "" : body)
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("instance", notNullValue());
        if (!"-".equals(pointer)) {
            answer.body("errors[0].pointer", equalTo(pointer)).body("errors[0].code", equalTo(error));
        }
        assertThat(NoteResource.WRITTEN).hasValue(before);
    }

    @Test
    void badUtf8AndDeepNestingAreNoJson() {
        byte[] bad = GOOD.replace("hello", "h#llo").getBytes(StandardCharsets.ISO_8859_1);
        bad[new String(bad, StandardCharsets.ISO_8859_1).indexOf('#')] = (byte) 0xC0;
        as("complainant", "huijin", "u-1")
                .contentType("application/json")
                .body(bad)
                .post("/api/notes")
                .then()
                .statusCode(400);
        assertThat(post("deep", "[".repeat(10_000)).extract().statusCode()).isIn(400, 422);
    }

    @Test
    void aBodyOverTheLimitAndAWrongMediaTypeAreRefused() {
        post("big", "{\"text\":\"" + "x".repeat(70_000) + "\"}")
                .statusCode(413)
                .body("code", equalTo("body-too-large"));
        as("complainant", "huijin", "u-1")
                .contentType("text/plain")
                .body(GOOD)
                .post("/api/notes")
                .then()
                .statusCode(415)
                .body("code", equalTo("unsupported-media-type"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "a%00b", "%0A", "%1b", "%7F"})
    void nothingIsAtAnAddressWithControlCharacters(String id) {
        as("ops", "huijin", "o-1")
                .urlEncodingEnabled(false)
                .get("/api/notes/" + id)
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
    }

    @Test
    void aMethodThatIsNotThereIsToldTheOnesThatAre() {
        String id = UUID.randomUUID().toString();
        for (var allowed : Map.of(
                        "/api/notes",
                        "GET, HEAD, OPTIONS, POST",
                        "/api/notes/parked-records",
                        "GET, HEAD, OPTIONS",
                        "/api/notes/parked-records/" + id + "/replays",
                        "OPTIONS, POST",
                        "/api/notes/" + id + "/pins",
                        "GET, HEAD, OPTIONS",
                        "/api/notes/" + id + "/pins/" + id,
                        "GET, HEAD, OPTIONS")
                .entrySet()) {
            as("ops", "huijin", "o-1")
                    .delete(allowed.getKey())
                    .then()
                    .statusCode(405)
                    .header("Allow", allowed.getValue())
                    .body("code", equalTo("method-not-allowed"));
        }
    }

    @Test
    void theSameKeyAnswersTheSameAndAnotherBodyIsRefused() {
        String key = UUID.randomUUID().toString();
        var first = post(key, GOOD).statusCode(201).extract();
        post(key, "{\"color\":\"RED\", \"text\":\"hello\"}")
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .header("Location", equalTo(first.header("Location")))
                .body("id", equalTo(first.path("id")));
        post(key, GOOD.replace("hello", "other")).statusCode(422).body("code", equalTo("idempotency-key-reused"));
        as("complainant", "huijin", "u-2")
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(GOOD)
                .post("/api/notes")
                .then()
                .statusCode(201)
                .body("id", not(equalTo(first.path("id"))));
    }

    @Test
    void aRefusedRequestLeavesItsKeyFree() {
        String key = UUID.randomUUID().toString();
        post(key, GOOD.replace("hello", "conflict")).statusCode(409);
        post(key, GOOD).statusCode(201);
    }

    @Test
    void twentyParallelRetriesDoTheWorkOnce() throws Exception {
        String key = UUID.randomUUID().toString();
        int before = NoteResource.WRITTEN.get();
        var pool = Executors.newFixedThreadPool(20);
        Callable<Integer> retry = () -> post(key, GOOD).extract().statusCode();
        var statuses =
                pool.invokeAll(IntStream.range(0, 20).mapToObj(i -> retry).toList());
        for (var status : statuses) {
            assertThat(status.get()).isIn(201, 409);
        }
        pool.shutdown();
        assertThat(NoteResource.WRITTEN).hasValue(before + 1);
    }

    @Test
    void whatSaysNothingOfItsCallersIsDenied() {
        as("admin", "huijin", "a")
                .get("/api/notes/unannotated")
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden"));
        given().get("/api/notes/unannotated").then().statusCode(401);
    }

    @Test
    void noTokenIs401AndTheWrongRole403() {
        given().get("/api/notes").then().statusCode(401).header("WWW-Authenticate", equalTo("Bearer"));
        given().header("Authorization", "Bearer x.y.z").get("/api/notes").then().statusCode(401);
        as("partner", "huijin", "p").get("/api/notes").then().statusCode(403).body("code", equalTo("forbidden"));
    }

    @Test
    void aDefectAnswersWithoutItsInsides() {
        given().get("/api/notes/x")
                .then()
                .statusCode(500)
                .body("code", equalTo("internal-error"))
                .body(not(containsString("secret")));
    }

    @Test
    void refusalsComeInTheReadersLanguage() {
        given().header("Accept-Language", "zh-CN,zh;q=0.9")
                .get("/api/notes")
                .then()
                .statusCode(401)
                .body("title", equalTo("请先登录"));
        as("complainant", "huijin", "u-1")
                .header("Accept-Language", "zh-CN")
                .contentType("application/json")
                .body("{\"color\":\"RED\"}")
                .post("/api/notes")
                .then()
                .statusCode(422)
                .body("errors[0].detail", equalTo("不能为空"));
    }

    @Test
    void answersAreNotCachedOrSniffed() {
        as("ops", "huijin", "o")
                .get("/api/notes")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Request-Id", notNullValue());
        given().get("/nowhere").then().statusCode(404).contentType("application/problem+json");
    }
}
