package org.redress.intake;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.redress.infra.RedressInfra;

/** What a client does at the front desk. */
public final class Desk {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Desk() {}

    /** A request with a token of that role, platform and subject. */
    public static RequestSpecification as(String role, String platform, String subject) {
        return given().header("Authorization", "Bearer " + RedressInfra.token(role, platform, subject));
    }

    /** A good filing of that complainant: the qihui example. */
    public static ObjectNode filing(String platform, String subject) {
        try {
            return (ObjectNode) JSON.readTree("""
                    {"platform": "%s", "orderNo": "QH2023101500123", "category": "NOT_DELIVERED",
                     "description": "2023年10月15日14:30下单购买100元游戏点卡，支付成功后30分钟未到账",
                     "occurredAt": "2023-10-15T14:30:00+08:00",
                     "demands": [{"type": "REDELIVER"}, {"type": "REFUND", "amount": "100.00", "currency": "CNY"},
                                 {"type": "COMPENSATE", "amount": "10", "currency": "CNY"}],
                     "amount": "100.00", "currency": "CNY", "channel": "APP", "merchantId": "m-7", "productId": "p-9",
                     "goodsExpireAt": "2030-01-01T00:00:00Z", "impact": "无法参与限时活动",
                     "complainant": {"id": "%s", "name": "张小明", "phone": "138 0013 8000", "email": "ming@example.com"}}
                    """.formatted(platform, subject));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files that body as its complainant. */
    public static Response file(String platform, String subject, ObjectNode body) {
        return as("complainant", platform, subject)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(body.toString())
                .post("/api/v1/complaints");
    }

    /** Files a good complaint and returns its id. */
    public static String filed(String platform, String subject) {
        return file(platform, subject, filing(platform, subject))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** A subject nobody else in this run has. */
    public static String someone() {
        return "u-" + UUID.randomUUID().toString().substring(0, 8);
    }
}
