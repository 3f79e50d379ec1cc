package org.redress.triage;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.contract.Tier;
import org.redress.contract.intake.ComplaintFiled;
import org.redress.contract.triage.ComplaintAssigned;
import org.redress.contract.triage.ComplaintTriaged;
import org.redress.contract.triage.TriageEvent;
import org.redress.infra.RedressInfra;
import org.redress.infra.platform.PlatformServer;
import org.redress.infra.platform.TestPlatform;
import org.redress.messaging.IncomingEvent;

/** Escalations, redelivery in any order, and records that can't be read. */
@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = PlatformServer.class, scope = TestResourceScope.GLOBAL)
class EventsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String PAID = "充话费充了500元,扣款成功但话费没有到账";

    private final Jdbi jdbi;

    @Inject
    EventsIT(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Test
    void anEscalationMovesUpToANewOwnerAndNeverDown() {
        ComplaintFiled filed = Wire.filed("kamen", PAID);
        Wire.file(filed);
        String before = PathIT.triaged("kamen", filed.complaintId()).getString("owner");

        Wire.escalate("kamen", filed.complaintId(), Tier.SPECIAL_TEAM);
        await().atMost(PATIENCE).until(() -> tier(filed).equals("SPECIAL_TEAM"));
        Wire.escalate("kamen", filed.complaintId(), Tier.SENIOR);
        Wire.escalate("kamen", filed.complaintId(), Tier.MEDIATION_PANEL);
        await().atMost(PATIENCE).until(() -> tier(filed).equals("MEDIATION_PANEL"));

        assertThat(PathIT.triaged("kamen", filed.complaintId()).getString("owner"))
                .isNotEqualTo(before);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Wire.published(filed.complaintId(), ComplaintAssigned.class))
                        .extracting(assigned -> assigned.tier() + " " + assigned.cause())
                        .containsExactly("SENIOR TRIAGED", "SPECIAL_TEAM ESCALATED", "MEDIATION_PANEL ESCALATED"));
    }

    @Test
    void anEscalationReadBeforeTheFilingIsApplied() {
        ComplaintFiled filed = Wire.filed("kamen", PAID);
        Wire.escalate("kamen", filed.complaintId(), Tier.SPECIAL_TEAM);
        await().atMost(PATIENCE).until(() -> count("early_escalation", filed.complaintId()) == 1);

        Wire.file(filed);

        assertThat(PathIT.triaged("kamen", filed.complaintId()).getString("tier"))
                .isEqualTo("SPECIAL_TEAM");
        assertThat(count("early_escalation", filed.complaintId())).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everythingTwiceAndShuffledChangesNothing(long seed) {
        List<ComplaintFiled> filed = new ArrayList<>();
        List<Map.Entry<String, IncomingEvent>> records = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            ComplaintFiled one = Wire.filed("shuffled", i % 3 == 0 ? "账号被盗了,不是我本人操作" : PAID);
            filed.add(one);
            UUID id = one.complaintId();
            records.add(Map.entry("complaint-events", Wire.envelope("/redress/intake", id, "shuffled", one)));
            records.add(Map.entry(
                    "sla-events",
                    Wire.envelope("/redress/sla", id, "shuffled", Wire.escalated(id, Tier.MEDIATION_PANEL))));
        }
        records.addAll(List.copyOf(records));
        Collections.shuffle(records, new Random(seed));

        records.forEach(entry -> Wire.send(entry.getKey(), entry.getValue()));

        await().atMost(PATIENCE).untilAsserted(() -> {
            Map<String, List<TriageEvent>> published = Wire.published();
            assertThat(filed).allSatisfy(one -> {
                var events = published.getOrDefault(one.complaintId().toString(), List.of());
                assertThat(Wire.of(ComplaintTriaged.class, events)).hasSize(1);
                assertThat(Wire.of(ComplaintAssigned.class, events))
                        .hasSizeBetween(1, 2)
                        .last()
                        .extracting(ComplaintAssigned::tier)
                        .isEqualTo(Tier.MEDIATION_PANEL);
                assertThat(count("judgement", one.complaintId())).isEqualTo(1);
                assertThat(TestPlatform.effectsFor(one.complaintId().toString()))
                        .hasSize(count("account_freeze", one.complaintId()));
            });
        });
        assertThat(openCases("shuffled")).isEqualTo(cases("shuffled"));
    }

    @Test
    void ownersAreTheLeastLoaded() {
        for (int i = 0; i < 8; i++) {
            Wire.file(Wire.filed("balanced", "请问发票怎么开"));
        }
        await().atMost(PATIENCE).until(() -> cases("balanced") == 8);

        List<Integer> loads = jdbi.withHandle(handle -> handle.createQuery(
                        "select open_cases from agent where platform = 'balanced' and tier = 'JUNIOR'")
                .mapTo(Integer.class)
                .list());
        assertThat(loads).containsExactly(2, 2, 2, 2);
    }

    @Test
    void poisonIsParkedAndTheGoodOnesGoOn() {
        long before = parked().getList("items").size();
        for (String topic : List.of("complaint-events", "sla-events")) {
            String type = topic.equals("sla-events") ? "complaint-escalated" : "complaint-filed";
            Wire.sendRaw(topic, "org.redress." + type + ".v1", new byte[0]);
            Wire.sendRaw(topic, "org.redress." + type + ".v1", "not json".getBytes(StandardCharsets.UTF_8));
            Wire.sendRaw(topic, "org.redress." + type + ".v1", "{\"complaintId\":7}".getBytes(StandardCharsets.UTF_8));
            Wire.sendRaw(
                    topic, "org.redress." + type + ".v1", "[".repeat(900_000).getBytes(StandardCharsets.UTF_8));
            // A later version is set aside by decision, not parked.
            Wire.sendRaw(topic, "org.redress." + type + ".v9", "{}".getBytes(StandardCharsets.UTF_8));
        }
        ComplaintFiled foreign = Wire.filed("huijin", PAID);
        Wire.send("complaint-events", Wire.envelope("/redress/intake", foreign.complaintId(), "kamen", foreign));
        ComplaintFiled good = Wire.filed("huijin", PAID);
        Wire.file(good);

        assertThat(PathIT.triaged("huijin", good.complaintId()).getString("severity"))
                .isEqualTo("URGENT");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(parked().getList("items")).hasSize((int) before + 8));
        assertThat(count("triaged_complaint", foreign.complaintId())).isZero();
        assertThat(parked().getList("items.reason", String.class)).allMatch(reason -> !reason.isBlank());
        discardAll();
    }

    private void discardAll() {
        for (String id : parked().getList("items.id", String.class)) {
            given().auth()
                    .oauth2(RedressInfra.token("ops", "huijin", "ops-1"))
                    .contentType("application/json")
                    .body("{\"reason\":\"planted by a test\"}")
                    .post("/api/v1/triage/parked-records/" + id + "/discards")
                    .then()
                    .statusCode(204);
        }
        assertThat(parked().getList("items")).isEmpty();
    }

    private static JsonPath parked() {
        return given().auth()
                .oauth2(RedressInfra.token("ops", "huijin", "ops-1"))
                .get("/api/v1/triage/parked-records?limit=100")
                .jsonPath();
    }

    private static String tier(ComplaintFiled filed) {
        return PathIT.triaged(filed.platform(), filed.complaintId()).getString("tier");
    }

    private int count(String table, UUID complaint) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select count(*) from " + table + " where complaint_id = :id")
                        .bind("id", complaint)
                        .mapTo(Integer.class)
                        .one());
    }

    private int cases(String platform) {
        return sum("select count(*) from triaged_complaint where platform = :platform", platform);
    }

    private int openCases(String platform) {
        return sum("select coalesce(sum(open_cases), 0) from agent where platform = :platform", platform);
    }

    private int sum(String sql, String platform) {
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .bind("platform", platform)
                .mapTo(Integer.class)
                .one());
    }
}
