package org.redress.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.redress.contract.Severity;
import org.redress.infra.RedressInfra;
import org.redress.messaging.IncomingEvent;
import org.redress.messaging.UnreadableEventException;

/** What a complaint's events make of its clocks, on a real database. */
@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
class ClocksIT {
    private static final Instant BEFORE_THE_HOLIDAY = Instant.parse("2026-09-30T12:00:00Z");

    @Inject
    SlaFixture sla;

    @Inject
    Jdbi jdbi;

    @Test
    void aComplaintAtQihuiIsDueAtTheEndOfTheSeventhWorkingDay() {
        var complaint = new CaseScript("qihui");

        sla.receive(List.of(complaint.filed(BEFORE_THE_HOLIDAY)));

        SlaFixture.clocks("agent", "qihui", "agent-1", complaint.id)
                .statusCode(200)
                .body("policyVersion", equalTo(1))
                .body("standing", equalTo("TIMED"))
                .body("clocks.metric", containsInAnyOrder("FIRST_RESPONSE", "RESOLUTION"))
                .body("clocks.find { it.metric == 'RESOLUTION' }.dueAt", equalTo("2026-10-15T16:00:00Z"))
                .body("clocks.find { it.metric == 'RESOLUTION' }.unit", equalTo("WORKING_DAYS"))
                .body("clocks.find { it.metric == 'RESOLUTION' }.segments.why", hasItem("国庆节"));
    }

    @Test
    void doubledAndShuffledEventsGiveTheSameClocks() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        List<String> expected = null;
        for (int round = 0; round < 8; round++) {
            var complaint = new CaseScript("huijin");
            var freeze = new UUID(7, 7);
            var filedAt = Instant.parse("2026-11-20T15:30:00Z");
            List<IncomingEvent> events = new ArrayList<>(List.of(
                    complaint.filed(filedAt),
                    complaint.triaged(Severity.URGENT, 1, filedAt.plusSeconds(5)),
                    complaint.triaged(Severity.CRITICAL, 2, filedAt.plusSeconds(60)),
                    complaint.freezeOrdered(freeze, filedAt.plusSeconds(61)),
                    complaint.freezeConfirmed(freeze, filedAt.plusSeconds(90))));
            if (round > 0) {
                events.addAll(List.copyOf(events));
                Collections.shuffle(events, random);
            }
            events.forEach(event -> sla.receive(List.of(event)));

            List<String> clocks = rows(complaint);
            expected = expected == null ? clocks : expected;
            assertThat(clocks)
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(expected)
                    .hasSize(4);
        }
    }

    @Test
    void aRaisedSeverityTakesTheOtherRuleFromTheSameStart() {
        var complaint = new CaseScript("huijin");
        var filedAt = sla.now();

        sla.receive(List.of(complaint.filed(filedAt)));
        SlaFixture.clocks("agent", "huijin", "agent-1", complaint.id)
                .body("clocks.find { it.metric == 'FIRST_RESPONSE' }.target", equalTo("PT48H"));
        sla.receive(List.of(complaint.triaged(Severity.CRITICAL, 1, filedAt.plusSeconds(1))));

        SlaFixture.clocks("agent", "huijin", "agent-1", complaint.id)
                .body("clocks.find { it.metric == 'FIRST_RESPONSE' }.target", equalTo("PT1H"))
                .body("clocks.find { it.metric == 'RESOLUTION' }.target", equalTo("PT24H"));
        assertThat(sla.count("select count(*) from clock where complaint_id = ?", complaint.id))
                .isEqualTo(2);
        assertThat(sla.count(
                        "select count(*) from outbox where aggregate_id = ? and type = 'org.redress.clock-started.v1'",
                        complaint.id.toString()))
                .isEqualTo(4);
    }

    @Test
    void aFreezeConfirmedInTimeIsMetThoughTheNewsComesAfterTheBreachWasRecorded() {
        var complaint = new CaseScript("huijin");
        var freeze = UUID.randomUUID();
        var orderedAt = sla.now().minus(Duration.ofMinutes(10));
        sla.receive(List.of(
                complaint.filed(orderedAt.minusSeconds(1)),
                complaint.triaged(Severity.CRITICAL, 1, orderedAt),
                complaint.freezeOrdered(freeze, orderedAt)));
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(sla.count(
                                "select count(*) from fired_level where complaint_id = ? and metric = 'FREEZE' and kind = 'BREACH'",
                                complaint.id))
                        .isEqualTo(1));

        sla.receive(List.of(complaint.freezeConfirmed(freeze, orderedAt.plusSeconds(30))));

        SlaFixture.clocks("ops", "huijin", "ops-1", complaint.id)
                .body("clocks.find { it.metric == 'FREEZE' }.state", equalTo("MET"));
        assertThat(sla.count(
                        "select count(*) from fired_level where complaint_id = ? and metric = 'FREEZE' and kind = 'BREACH'",
                        complaint.id))
                .isEqualTo(1);
    }

    @Test
    void eventsAheadOfTheFilingWaitForIt() {
        var complaint = new CaseScript("kamen");
        var filedAt = sla.now();

        sla.receive(List.of(complaint.triaged(Severity.URGENT, 1, filedAt.plusSeconds(1))));
        SlaFixture.clocks("agent", "kamen", "agent-1", complaint.id)
                .body("standing", equalTo("UNFILED"))
                .body("clocks", hasSize(0));
        sla.receive(List.of(complaint.filed(filedAt)));

        SlaFixture.clocks("agent", "kamen", "agent-1", complaint.id)
                .body("clocks.find { it.metric == 'FIRST_RESPONSE' }.target", equalTo("PT12H"));
    }

    @Test
    void aComplaintWithoutPolicyIsVisibleAndGetsItsClocksWithTheFirstOne() {
        String platform = SlaFixture.newPlatform();
        var complaint = new CaseScript(platform);
        sla.receive(List.of(complaint.filed(sla.now())));
        SlaFixture.as("ops", platform, "ops-1")
                .get("/api/v1/sla/held-complaints")
                .then()
                .statusCode(200)
                .body("items.complaintId", contains(complaint.id.toString()))
                .body("items[0].standing", equalTo("NO_POLICY"));

        SlaFixture.activate(platform, "FIRST_RESPONSE", "PT24H", "").statusCode(201);

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> SlaFixture.clocks("ops", platform, "ops-1", complaint.id)
                        .body("policyVersion", equalTo(1))
                        .body("clocks.metric", contains("FIRST_RESPONSE")));
    }

    @Test
    void anOpenComplaintKeepsThePolicyVersionItWasFiledUnder() {
        String platform = SlaFixture.newPlatform();
        SlaFixture.activate(platform, "FIRST_RESPONSE", "PT24H", "").statusCode(201);
        var before = new CaseScript(platform);
        sla.receive(List.of(before.filed(sla.now())));
        SlaFixture.activate(platform, "FIRST_RESPONSE", "PT1H", "").statusCode(201);
        var after = new CaseScript(platform);

        sla.receive(List.of(after.filed(sla.now()), before.triaged(Severity.URGENT, 1, sla.now())));

        SlaFixture.clocks("ops", platform, "ops-1", before.id)
                .body("policyVersion", equalTo(1))
                .body("clocks.target", contains("PT24H"));
        SlaFixture.clocks("ops", platform, "ops-1", after.id)
                .body("policyVersion", equalTo(2))
                .body("clocks.target", contains("PT1H"));
    }

    @Test
    void anotherPlatformsEventForAComplaintIsRefused() {
        var complaint = new CaseScript("qihui");
        sla.receive(List.of(complaint.filed(sla.now())));
        IncomingEvent foreign = complaint.triagedFor("huijin", sla.now());

        assertThatThrownBy(() -> sla.receive(List.of(foreign))).isInstanceOf(UnreadableEventException.class);

        assertThat(sla.count("select count(*) from case_event where complaint_id = ?", complaint.id))
                .isEqualTo(1);
    }

    @Test
    void nothingStaysOfAnEventWhoseTransactionFails() {
        var complaint = new CaseScript("qihui");

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    sla.receive(List.of(complaint.filed(sla.now())));
                    throw new IllegalStateException("planned");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(sla.count("select count(*) from complaint where complaint_id = ?", complaint.id))
                .isZero();
        assertThat(sla.count("select count(*) from clock where complaint_id = ?", complaint.id))
                .isZero();
        assertThat(sla.count("select count(*) from outbox where aggregate_id = ?", complaint.id.toString()))
                .isZero();
    }

    @Test
    void onlyItsPlatformsStaffAndItsComplainantSeeAComplaint() {
        var complaint = new CaseScript("qihui");
        sla.receive(List.of(complaint.filed(sla.now())));

        SlaFixture.clocks("complainant", "qihui", complaint.complainant, complaint.id)
                .statusCode(200);
        SlaFixture.clocks("complainant", "qihui", "u-stranger", complaint.id).statusCode(404);
        SlaFixture.clocks("complainant", "huijin", complaint.complainant, complaint.id)
                .statusCode(404);
        SlaFixture.clocks("ops", "huijin", "ops-1", complaint.id).statusCode(404);
        SlaFixture.clocks("ops", "qihui", "ops-1", UUID.randomUUID()).statusCode(404);
        SlaFixture.clocks("merchant", "qihui", "m-1", complaint.id).statusCode(403);
    }

    private List<String> rows(CaseScript complaint) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select concat_ws(' ', metric, cycle, key, rule, policy_version, target, unit, state = 'MET', started_at, due_at, met_at)
                        from clock where complaint_id = :complaint order by 1""")
                .bind("complaint", complaint.id)
                .mapTo(String.class)
                .list());
    }
}
