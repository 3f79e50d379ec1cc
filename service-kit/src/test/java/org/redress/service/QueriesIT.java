package org.redress.service;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.redress.service.ServiceKitIT.as;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.infra.RedressInfra;

/** What every query has to keep to. */
@QuarkusTest
@WithTestResource(RedressInfra.class)
class QueriesIT {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            cursor=%00           | /cursor  | characters
            cursor=AGE9AA        | /cursor  | cursor
            cursor=YT0lMDA       | /cursor  | cursor
            color=a%00b          | /color   | characters
            cursor=%20           | /cursor  | required
            limit=               | /limit   | required
            limit=1&limit=2      | /limit   | repeated
            limit=1&limit=1      | /limit   | repeated
            tag=a&tag=           | /tag     | required
            color=GREEN          | /color   | value
            color=red            | /color   | value
            since=yesterday      | /since   | type
            done=maybe           | /done    | type
            limit=1.0            | /limit   | type
            limit=0              | /limit   | range
            limit=101            | /limit   | range
            colour=RED           | /colour  | unknown
            Limit=1              | /Limit   | unknown
            """)
    void aQueryThatSaysSomethingElseThanIsMeantIsRefused(String query, String pointer, String code) {
        as("ops", "huijin", "o")
                .urlEncodingEnabled(false)
                .get("/api/notes?" + query)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors", hasSize(1))
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code));
    }

    @Test
    void everythingThatIsWrongWithAQueryIsSaidAtOnceInTheReadersLanguage() {
        as("ops", "huijin", "o")
                .header("Accept-Language", "zh-CN")
                .get("/api/notes?colour=RED&limit=x&color=&done=1&since=1&tag=a")
                .then()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/colour", "/limit", "/color", "/done", "/since"))
                .body("errors.detail", everyItem(matchesPattern(".*\\p{IsHan}.*")));
    }

    @Test
    void aGoodQueryPassesAndWhoMayNotAskIsToldSoFirst() {
        as("ops", "huijin", "o")
                .get("/api/notes?tag=a&tag=b&limit=100&color=RED&done=TRUE&since=00000000-0000-0000-0000-000000000000")
                .then()
                .statusCode(200);
        as("ops", "huijin", "o").get("/api/notes?cursor=").then().statusCode(200);
        as("partner", "huijin", "p").get("/api/notes?limit=").then().statusCode(403);
        given().get("/api/notes?limit=").then().statusCode(401);
    }

    @Test
    void badCursorsAndLimitsAreRefused() {
        as("ops", "huijin", "o")
                .get("/api/notes?cursor=%F0%9F%98%80")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/cursor"));
        as("ops", "huijin", "o")
                .get("/api/notes?limit=0")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/limit"));
        for (String limit : List.of("many", "00000000-0000-0000-0000-000000000000")) {
            as("ops", "huijin", "o")
                    .get("/api/notes?limit=" + limit)
                    .then()
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/limit"));
        }
    }
}
