package org.redress.intake.fastlane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.redress.intake.Desk.as;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.redress.contract.Category;
import org.redress.contract.Severity;
import org.redress.contract.Tier;
import org.redress.contract.triage.ComplaintTriaged;
import org.redress.contract.triage.Liability;
import org.redress.contract.triage.Reason;
import org.redress.contract.triage.TriageEvent;
import org.redress.infra.RedressInfra;
import org.redress.infra.platform.Mood;
import org.redress.infra.platform.PlatformServer;
import org.redress.infra.platform.TestPlatform;
import org.redress.intake.Desk;
import org.redress.intake.Others;

@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = PlatformServer.class, scope = TestResourceScope.MATCHING_RESOURCES)
class FastLaneIT {
    private static final String PLATFORM = "wangwang";
    private static final TestPlatform BACKEND = TestPlatform.named(PLATFORM);

    private final Others others = new Others();
    private final String me = Desk.someone();

    @AfterEach
    void end() {
        BACKEND.always(Mood.GOOD);
        others.close();
    }

    @Test
    void aMicroClaimIsSettledByRuleAndCanBeAppealed() {
        String id = filed(ordered("PAID", "9.90"), "9.90");
        awaitOrder(id);
        triage(id, Severity.URGENT, 1);
        awaitStatus(id, "DECIDED");

        JsonPath record = record(id);
        assertThat(record.getList("decisions")).hasSize(1);
        assertThat(record.getString("decisions[0].outcome")).isEqualTo("SUPPORTED");
        assertThat(record.getList("decisions[0].basis")).containsExactly("FAST_LANE_PAID_NOT_DELIVERED");
        assertThat(record.getString("remedies[0].type")).isEqualTo("REFUND");
        assertThat(record.getString("remedies[0].amount")).isEqualTo("9.90");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(record(id).getString("remedies[0].state")).isEqualTo("EXECUTED"));
        assertThat(as("complainant", PLATFORM, me)
                        .get("/api/v1/complaints/" + id + "/contacts")
                        .asString())
                .contains("人工");

        as("complainant", PLATFORM, me)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{\"reason\": \"I also lost a coupon\"}")
                .post("/api/v1/complaints/" + id + "/appeals")
                .then()
                .statusCode(201);
    }

    @Test
    void itIsSettledOnceWhicheverComesLastAndHoweverOftenItIsTold() {
        String id = filed(ordered("PAID", "9.90"), "9.90");
        triage(id, Severity.NORMAL, 1);
        triage(id, Severity.NORMAL, 1);
        triage(id, Severity.NORMAL, 2);
        awaitStatus(id, "DECIDED");
        triage(id, Severity.NORMAL, 3);
        await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            assertThat(record(id).getList("decisions")).hasSize(1);
            assertThat(record(id).getList("remedies")).hasSize(1);
        });
        assertThat(Others.read("complaint-events", id).stream()
                        .filter(event -> new String(
                                        event.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8)
                                .equals("org.redress.decision-issued.v1")))
                .hasSize(1);
    }

    @Test
    void anOrderThatComesAfterTriageSettlesTheClaimThen() {
        BACKEND.always(Mood.ERROR);
        String id = filed(ordered("PAID", "9.90"), "9.90");
        triage(id, Severity.NORMAL, 1);
        awaitStatus(id, "TRIAGED");
        BACKEND.always(Mood.GOOD);
        awaitStatus(id, "DECIDED");
    }

    @Test
    void whatThePlatformDeliveredOrWhatIsLargeGoesTheNormalWay() {
        String delivered = filed(ordered("DELIVERED", "9.90"), "9.90");
        String large = filed(ordered("PAID", "10.01"), "10.01");
        String critical = filed(ordered("PAID", "9.90"), "9.90");
        List.of(delivered, large, critical).forEach(this::awaitOrder);
        triage(delivered, Severity.NORMAL, 1);
        triage(large, Severity.NORMAL, 1);
        triage(critical, Severity.CRITICAL, 1);
        for (String id : List.of(delivered, large, critical)) {
            awaitStatus(id, "TRIAGED");
            assertThat(record(id).getList("decisions")).isEmpty();
        }
    }

    @Test
    void oneOrderIsSettledOnce() {
        String order = ordered("PAID", "9.90");
        String first = filed(order, "9.90");
        awaitOrder(first);
        triage(first, Severity.NORMAL, 1);
        awaitStatus(first, "DECIDED");
        String again = filed(order, "9.90");
        awaitOrder(again);
        triage(again, Severity.NORMAL, 1);
        awaitStatus(again, "TRIAGED");
    }

    /** Three in 30 days; claims that arrive all at once are counted all the same. */
    @Test
    void theFourthClaimOfAPersonGoesTheNormalWay() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            ids.add(filed(ordered("PAID", "9.90"), "9.90"));
        }
        ids.parallelStream().forEach(id -> triage(id, Severity.NORMAL, 1));
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(ids)
                        .filteredOn(id -> status(id).equals("DECIDED"))
                        .hasSize(3));
        await().during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(ids)
                        .filteredOn(id -> status(id).equals("TRIAGED"))
                        .hasSize(3));
    }

    /** An order of mine at the platform. */
    private String ordered(String state, String amount) {
        String orderNo = "WW-" + UUID.randomUUID();
        BACKEND.knowsOrder(orderNo, TestPlatform.order(orderNo, me, state, amount));
        return orderNo;
    }

    private String filed(String orderNo, String amount) {
        ObjectNode body = Desk.filing(PLATFORM, me).put("orderNo", orderNo).put("amount", amount);
        body.putArray("demands").addObject().put("type", "REFUND");
        return Desk.file(PLATFORM, me, body).then().statusCode(201).extract().path("id");
    }

    private void triage(String id, Severity severity, long sequence) {
        others.tell(
                TriageEvent.TOPIC,
                TriageEvent.SOURCE,
                PLATFORM,
                id,
                sequence,
                new ComplaintTriaged(
                        UUID.fromString(id),
                        1,
                        Category.NOT_DELIVERED,
                        severity,
                        0.9,
                        List.of(Liability.PLATFORM),
                        "delivery",
                        Tier.JUNIOR,
                        "agent-1",
                        List.of(new Reason("paid-not-arrived", "paid, not arrived")),
                        Instant.now()));
    }

    private void awaitOrder(String id) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(as("agent", PLATFORM, "agent-1")
                                .get("/api/v1/complaints/" + id + "/order")
                                .jsonPath()
                                .getString("state"))
                        .isEqualTo("HELD"));
    }

    private void awaitStatus(String id, String status) {
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(status(id)).isEqualTo(status));
    }

    private String status(String id) {
        return as("agent", PLATFORM, "agent-1")
                .get("/api/v1/complaints/" + id)
                .jsonPath()
                .getString("status");
    }

    private JsonPath record(String id) {
        return as("agent", PLATFORM, "agent-1")
                .get("/api/v1/complaints/" + id + "/case")
                .jsonPath();
    }
}
