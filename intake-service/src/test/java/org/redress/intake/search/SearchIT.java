package org.redress.intake.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
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
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.infra.RedressInfra;

/** The list over HTTP. */
@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
class SearchIT {
    private static final String LIST = "/api/v1/complaints";

    @Test
    void eachFilterFindsWhatItNames() {
        String me = someone();
        String merchant = "m-" + me;
        var body = filing("kamen", me).put("orderNo", "A-" + me).put("merchantId", merchant);
        String number =
                file("kamen", me, body.put("category", "FRAUD")).jsonPath().getString("number");
        filed("kamen", me);
        Instant now = Instant.now();
        Map<String, Integer> expected = Map.of(
                "number=" + number, 1,
                "number= " + number.toLowerCase(java.util.Locale.ROOT), 1,
                "merchant=" + merchant, 1,
                "orderNo=A-" + me + "&category=FRAUD,NOT_DELIVERED", 1,
                "complainant=" + me, 2,
                "complainant=" + me + "&category=FRAUD&category=NOT_DELIVERED", 2,
                "complainant=" + me + "&status=CLOSED", 0,
                "complainant=" + me + "&filedFrom=" + now.minusSeconds(600), 2,
                "complainant=" + me + "&filedTo=" + now.minusSeconds(600), 0,
                "complainant=" + me + "&filedFrom=2020-01-01T00:00:00+08:00&merchant=" + merchant, 1);
        expected.forEach((query, hits) ->
                staff().get(LIST + "?" + query).then().statusCode(200).body("items", hasSize(hits)));
    }

    @Test
    void aCursorBelongsToItsFilters() {
        String me = someone();
        for (int i = 0; i < 3; i++) {
            filed("kamen", me);
        }
        String list = LIST + "?limit=1&complainant=" + me;
        String next = staff().get(list + "&status=FILED,TRIAGED").jsonPath().getString("next");

        staff().get(list + "&status=TRIAGED&status=FILED&cursor=" + next).then().statusCode(200);
        staff().header("Accept-Language", "zh-CN")
                .get(list + "&status=FILED&cursor=" + next)
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("cursor-of-other-filters"))
                .body("errors[0].detail", containsString("筛选条件"));
    }

    @ParameterizedTest
    @CsvSource({
        "state=FILED, /state, unknown",
        "Status=FILED, /Status, unknown",
        "'status=FILED,DONE', /status, value",
        "filedFrom=yesterday, /filedFrom, format",
        "filedTo=2026-01-01, /filedTo, format",
        "filedTo=9999-01-01T00:00:00Z, /filedTo, format",
        "complainant=a%0Ab, /complainant, format",
    })
    void aBadQueryIsRefusedByName(String query, String pointer, String code) {
        staff().urlEncodingEnabled(false)
                .get(LIST + "?" + query)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code));
    }

    @Test
    void aMerchantListsWhatTheySoldWithoutWhoComplains() {
        String me = someone();
        String merchant = "m-" + me;
        file("kamen", me, filing("kamen", me).put("merchantId", merchant));
        file("qihui", me, filing("qihui", me).put("merchantId", merchant));
        filed("kamen", me);
        RequestSpecification seller = as("merchant", "kamen", merchant);
        seller.get(LIST)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].complainantId", nullValue())
                .body("items[0].platform", equalTo("kamen"));
        as("merchant", "kamen", merchant)
                .get(LIST + "?complainant=" + me)
                .then()
                .statusCode(422);
        as("merchant", "kamen", "m-7")
                .get(LIST + "?merchant=" + merchant)
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void nobodySearchesBeyondTheirReach() {
        String me = someone();
        String other = someone();
        file("kamen", other, filing("kamen", other).put("orderNo", "S-" + other));
        for (String query : new String[] {"orderNo=S-" + other, "complainant=" + other, "status=FILED,TRIAGED"}) {
            for (String role : new String[] {"complainant", "partner"}) {
                as(role, "kamen", me)
                        .get(LIST + "?" + query)
                        .then()
                        .statusCode(200)
                        .body("items", hasSize(0));
            }
            assertThat(as("agent", "qihui", "a-1")
                            .get(LIST + "?limit=100&" + query)
                            .asString())
                    .doesNotContain("S-" + other);
        }
    }

    private static RequestSpecification staff() {
        return as("agent", "kamen", "agent-1");
    }
}
