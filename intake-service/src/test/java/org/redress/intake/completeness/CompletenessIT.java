package org.redress.intake.completeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.redress.intake.Desk.as;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.infra.RedressInfra;
import org.redress.infra.platform.PlatformServer;
import org.redress.infra.platform.TestPlatform;
import org.redress.intake.Desk;

@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = PlatformServer.class, scope = TestResourceScope.MATCHING_RESOURCES)
class CompletenessIT {
    private static final String PLATFORM = "qihui";
    private static final TestPlatform BACKEND = TestPlatform.named(PLATFORM);

    private final String me = Desk.someone();
    private final String orderNo = "QH-" + UUID.randomUUID();

    @Test
    void theAnswerToAFilingSaysWhatIsMissingAndWhatThePlatformHolds() {
        JsonPath filed = file(filing()).then().statusCode(201).extract().jsonPath();
        assertThat(filed.getList("missing.item")).containsExactly("ORDER_PAGE", "PAYMENT_RECORD", "BALANCE");
        assertThat(filed.getList("missing.heldByPlatform")).containsExactly(true, true, false);
        assertThat(filed.getString("missing[2].reason")).contains("balance");
        assertThat(filed.getString("missing[2].kind")).isEqualTo("BALANCE");
    }

    @Test
    void withTheOrderPulledOnlyTheUsersPartIsMissing() {
        BACKEND.knowsOrder(orderNo, TestPlatform.order(orderNo, me, "PAID", "100.00"));
        String id = file(filing()).then().statusCode(201).extract().path("id");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(missing(id)).containsExactly("BALANCE"));

        as("complainant", PLATFORM, me)
                .header("Accept-Language", "zh-CN")
                .get("/api/v1/complaints/" + id + "/completeness")
                .then()
                .body("complete", equalTo(false))
                .body("missing[0].reason", containsString("余额"));
        as("complainant", PLATFORM, "u-stranger")
                .get("/api/v1/complaints/" + id + "/completeness")
                .then()
                .statusCode(404);
        alreadyHeldIsNotAskedFor(id);
    }

    private void alreadyHeldIsNotAskedFor(String id) {
        asked(id, "BALANCE", "PAYMENT_RECORD", "PLATFORM_RECORD")
                .then()
                .statusCode(422)
                .body("errors.code", equalTo(List.of("already-held", "already-held")))
                .body("errors.pointer", equalTo(List.of("/items/1/kind", "/items/2/kind")))
                .body("errors[0].detail", containsString("PAYMENT_RECORD"))
                .body("errors[1].detail", containsString("PLATFORM_RECORD"))
                .body("detail", containsString("PAYMENT_RECORD, PLATFORM_RECORD"));
        asked(id, "BALANCE").then().statusCode(201);
    }

    /** A small claim is no micro-claim once the platform says that the goods were delivered. */
    @Test
    void aSmallClaimOnADeliveredOrderTakesTheNormalWay() {
        BACKEND.knowsOrder(orderNo, TestPlatform.order(orderNo, me, "DELIVERED", "9.90"));
        ObjectNode body = filing().put("amount", "9.90");
        body.putArray("demands").addObject().put("type", "REFUND");
        JsonPath filed = file(body).then().statusCode(201).extract().jsonPath();
        assertThat(filed.getList("missing.item")).containsExactly("ORDER_PAGE", "PAYMENT_RECORD");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(missing(filed.getString("id"))).containsExactly("BALANCE"));
    }

    @Test
    void aSmallClaimThatAsksForMoreThanARefundTakesTheNormalWay() {
        ObjectNode body = filing().put("amount", "9.90");
        body.putArray("demands")
                .addObject()
                .put("type", "COMPENSATE")
                .put("amount", "5000.00")
                .put("currency", "CNY");
        JsonPath filed = file(body).then().statusCode(201).extract().jsonPath();
        assertThat(filed.getList("missing.item")).contains("BALANCE");
    }

    @Test
    void anOrderThatIsNotFoundLeavesItToTheUser() {
        String id = file(filing()).then().statusCode(201).extract().path("id");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(as("complainant", PLATFORM, me)
                                .get("/api/v1/complaints/" + id + "/completeness")
                                .jsonPath()
                                .getList("missing.heldByPlatform"))
                        .containsExactly(false, false, false));
        asked(id, "PAYMENT_RECORD").then().statusCode(201);
    }

    @Test
    void aFormIsJudgedBeforeItIsFiledAndNothingIsStored() {
        draft("{\"platform\": \"qihui\"}")
                .then()
                .statusCode(200)
                .body("missing.item", hasItems("description", "occurredAt"));
        draft("""
                {"platform": "qihui", "category": "NOT_DELIVERED", "description": "paid at 14:30, nothing came",
                 "occurredAt": "2026-11-20T14:30:00+08:00", "amount": "9.90", "currency": "CNY"}""")
                .then()
                .statusCode(200)
                .body("complete", equalTo(true))
                .body("missing.item", equalTo(List.of("ORDER_PAGE", "PAYMENT_RECORD")));
        draft("""
                {"platform": "qihui", "category": "NOT_DELIVERED", "description": "paid at 14:30, nothing came",
                 "occurredAt": "2026-11-20T14:30:00+08:00", "amount": "9.90", "currency": "CNY",
                 "demands": [{"type": "REFUND"}, {"type": "COMPENSATE", "amount": "5000.00", "currency": "CNY"}]}""").then().statusCode(200).body("complete", equalTo(false)).body("missing.item", hasItems("BALANCE"));
        as("complainant", PLATFORM, me).get("/api/v1/complaints").then().body("items.size()", equalTo(0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                            | /platform
            {"platform": "huijin"}                        | /platform
            {"platform": "nowhere"}                       | /platform
            {"platform": "qihui", "category": "FOO"}      | /category
            {"platform": "qihui", "evidence": ["FOO"]}    | /evidence/0
            {"platform": "qihui", "demands": [{}]}        | /demands/0/type
            """)
    void aBadFormIsRefusedByName(String body, String pointer) {
        draft(body).then().statusCode(422).body("errors[0].pointer", equalTo(pointer));
    }

    /** "Please handle it" is asked back in the form, with what would be accepted. */
    @ParameterizedTest
    @CsvSource({"请尽快处理, too-vague", "please handle it, too-vague", "'', too-vague", ", required"})
    void aWishThatSaysNothingIsAskedBackAtOnce(String text, String code) {
        ObjectNode body = filing();
        ObjectNode demand = body.putArray("demands").addObject().put("type", "OTHER");
        if (text != null) {
            demand.put("text", text);
        }
        file(body)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/demands/0/text"))
                .body("errors[0].code", equalTo(code))
                .body("errors[0].detail", containsString("REFUND"));
    }

    @Test
    void aWishThatSaysSomethingIsKept() {
        ObjectNode body = filing();
        body.putArray("demands").addObject().put("type", "OTHER").put("text", "补发同款激活码");
        file(body).then().statusCode(201).body("demands[0].text", equalTo("补发同款激活码"));
    }

    private ObjectNode filing() {
        return Desk.filing(PLATFORM, me).put("orderNo", orderNo);
    }

    private Response file(ObjectNode body) {
        return Desk.file(PLATFORM, me, body);
    }

    private List<String> missing(String id) {
        return as("complainant", PLATFORM, me)
                .get("/api/v1/complaints/" + id + "/completeness")
                .jsonPath()
                .getList("missing.item");
    }

    private Response asked(String id, String... kinds) {
        String items = Stream.of(kinds)
                .map("{\"kind\": \"%s\", \"text\": \"please\", \"reason\": \"to compare\"}"::formatted)
                .collect(Collectors.joining(", "));
        return as("agent", PLATFORM, "agent-1")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{\"items\": [" + items + "]}")
                .post("/api/v1/complaints/" + id + "/materials-requests");
    }

    private Response draft(String body) {
        return as("complainant", PLATFORM, me)
                .contentType("application/json")
                .body(body)
                .post("/api/v1/complaints/drafts/completeness");
    }
}
