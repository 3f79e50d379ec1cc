package org.redress.notification.outside;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.redress.infra.RedressInfra;

/** The service under test, as callers see it. */
public final class Service {
    private Service() {}

    public static RequestSpecification as(String role, String platform, String subject) {
        return given().auth().oauth2(RedressInfra.token(role, platform, subject));
    }

    public static List<Map<String, Object>> inbox(String role, String platform, String subject) {
        return items(as(role, platform, subject)
                .queryParam("limit", 100)
                .get("/api/v1/inbox")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath());
    }

    /** Every delivery of a case as ops sees it; empty while the case is not known. */
    public static List<Map<String, Object>> deliveries(Case filed) {
        var answer = as("ops", filed.platform, "ops-1")
                .queryParam("complaint", filed.id)
                .get("/api/v1/notifications");
        return answer.statusCode() == 404
                ? List.of()
                : items(answer.then().statusCode(200).extract().jsonPath());
    }

    /** The state of a case's one SMS delivery; empty while there is none. */
    public static String smsState(Case filed) {
        return deliveries(filed).stream()
                .filter(delivery -> "SMS".equals(delivery.get("channel")))
                .map(delivery -> String.valueOf(delivery.get("state")))
                .findFirst()
                .orElse("");
    }

    public static Map<String, Object> sms(Case filed) {
        return deliveries(filed).stream()
                .filter(delivery -> "SMS".equals(delivery.get("channel")))
                .findFirst()
                .orElseThrow();
    }

    private static List<Map<String, Object>> items(JsonPath json) {
        return json.getList("items");
    }
}
