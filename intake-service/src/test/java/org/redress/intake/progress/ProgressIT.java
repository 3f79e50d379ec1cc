package org.redress.intake.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.redress.intake.Desk.as;
import static org.redress.intake.Desk.filed;
import static org.redress.intake.Desk.someone;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.contract.Actor;
import org.redress.contract.ActorRole;
import org.redress.contract.Category;
import org.redress.contract.ContractEvent;
import org.redress.contract.Severity;
import org.redress.contract.Tier;
import org.redress.contract.sla.ClockEnded;
import org.redress.contract.sla.ClockOutcome;
import org.redress.contract.sla.ClockStarted;
import org.redress.contract.sla.DeadlineApproaching;
import org.redress.contract.sla.LevelKind;
import org.redress.contract.sla.Metric;
import org.redress.contract.sla.SlaEvent;
import org.redress.contract.sla.TargetUnit;
import org.redress.contract.triage.ComplaintAssigned;
import org.redress.contract.triage.ComplaintTriaged;
import org.redress.contract.triage.DuplicateFound;
import org.redress.contract.triage.Liability;
import org.redress.contract.triage.Reason;
import org.redress.contract.triage.TriageEvent;
import org.redress.infra.RedressInfra;
import org.redress.intake.Ledger;
import org.redress.intake.Others;
import org.redress.messaging.IncomingEvent;

@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
class ProgressIT {
    private static final Instant AT = Instant.parse("2026-11-22T02:00:00Z");
    private static final Instant DUE = Instant.parse("2026-11-24T02:00:00Z");

    private Others others;
    private String me;
    private String id;

    @BeforeEach
    void fileOne() {
        others = new Others();
        me = someone();
        id = filed("huijin", me);
    }

    @AfterEach
    void stopOthers() {
        others.close();
    }

    @Test
    void whatTriageFoundIsOnTheRecord() {
        triage(1, triaged("NOT_DELIVERED", "URGENT", "agent-a"));
        soon(() -> {
            JsonPath complaint = complaint();
            assertThat(complaint.getString("status")).isEqualTo("TRIAGED");
            assertThat(complaint.getString("severity")).isEqualTo("URGENT");
            assertThat(complaint.getString("queue")).isEqualTo("delivery");
            assertThat(complaint.getString("owner")).isEqualTo("agent-a");
            assertThat(complaint.<String>getList("liability")).containsExactly("MERCHANT");
        });
        assertThat(kinds()).containsExactlyInAnyOrder("FILED", "TRIAGED");
        assertThat(complaint().getString("filedCategory")).isEqualTo("NOT_DELIVERED");
    }

    @Test
    void anEventToldTwiceIsWrittenOnce() {
        var envelope = new IncomingEvent(
                UUID.randomUUID(),
                TriageEvent.SOURCE,
                ComplaintAssigned.TYPE,
                id,
                "huijin",
                1,
                AT,
                assigned("agent-b").data());
        others.tellAgain(TriageEvent.TOPIC, envelope);
        others.tellAgain(TriageEvent.TOPIC, envelope);
        triage(2, assigned("agent-c"));
        soon(() -> assertThat(complaint().getString("owner")).isEqualTo("agent-c"));
        assertThat(kinds()).containsExactlyInAnyOrder("FILED", "ASSIGNED", "ASSIGNED");
    }

    @Test
    void aDuplicateIsLinkedToTheEarlierOne() {
        UUID original = UUID.randomUUID();
        triage(1, new DuplicateFound(uuid(), original, "SAME_ORDER_SAME_ISSUE", new Actor(ActorRole.SYSTEM, null), AT));
        soon(() -> assertThat(complaint().getString("duplicateOf")).isEqualTo(original.toString()));
        assertThat(kinds()).containsExactlyInAnyOrder("FILED", "DUPLICATE_FOUND");
    }

    @Test
    void aLateJudgementSetsTheCategoryButNotTheOwner() {
        triage(2, assigned("agent-new"));
        triage(1, triaged("FRAUD", "CRITICAL", "agent-old"));
        soon(() -> assertThat(complaint().getString("category")).isEqualTo("FRAUD"));
        assertThat(complaint().getString("owner")).isEqualTo("agent-new");
        assertThat(kinds()).hasSize(3);
    }

    @Test
    void anOlderJudgementDoesNotUndoANewerOne() {
        triage(3, triaged("FRAUD", "CRITICAL", "agent-new"));
        triage(2, triaged("OTHER", "NORMAL", "agent-old"));
        soon(() -> assertThat(kinds()).hasSize(3));
        assertThat(complaint().getString("severity")).isEqualTo("CRITICAL");
    }

    @Test
    void aPromiseIsDueOnceItsClockRuns() {
        UUID clock = UUID.randomUUID();
        String tag =
                as("complainant", "huijin", me).get("/api/v1/complaints/" + id).header("ETag");
        sla(1, started(clock, DUE));
        soon(() -> assertThat(promise("dueAt")).isEqualTo(DUE.toString()));
        assertThat(promise("target")).isEqualTo("PT48H");
        assertThat(as("complainant", "huijin", me)
                        .get("/api/v1/complaints/" + id)
                        .header("ETag"))
                .as("the case is as it was for a command, what is shown is not")
                .startsWith("\"1.")
                .isNotEqualTo(tag);

        sla(2, started(clock, DUE.plusSeconds(60)));
        soon(() -> assertThat(promise("dueAt")).isEqualTo(DUE.plusSeconds(60).toString()));
        as("complainant", "huijin", me)
                .header("If-Match", tag)
                .contentType("application/json")
                .body("{\"text\": \"meant for the case as I saw it\"}")
                .post("/api/v1/complaints/" + id + "/messages")
                .then()
                .statusCode(201);

        sla(
                3,
                new ClockEnded(
                        uuid(),
                        clock,
                        Metric.FIRST_RESPONSE,
                        1,
                        ClockOutcome.MET,
                        DUE.plusSeconds(60),
                        AT.plusSeconds(9)));
        soon(() -> assertThat(promise("state")).isEqualTo("MET"));
    }

    @Test
    void aClockThatEndedBeforeItWasHeardOfIsNotRunning() {
        UUID clock = UUID.randomUUID();
        sla(2, new ClockEnded(uuid(), clock, Metric.FIRST_RESPONSE, 1, ClockOutcome.CANCELLED, DUE, AT));
        sla(1, started(clock, DUE));
        soon(() -> assertThat(kinds()).hasSize(3));
        assertThat(complaint().getList("promises.findAll { it.state == 'RUNNING' }"))
                .isEmpty();
    }

    @Test
    void warningsAreForStaffAlone() {
        sla(
                1,
                new DeadlineApproaching(
                        uuid(),
                        UUID.randomUUID(),
                        Metric.FIRST_RESPONSE,
                        1,
                        0,
                        LevelKind.WARNING,
                        "OWNER",
                        DUE,
                        AT,
                        AT,
                        Duration.ZERO));
        soon(() -> assertThat(as("ops", "huijin", "ops-1")
                        .get("/api/v1/complaints/" + id + "/timeline")
                        .jsonPath()
                        .<String>getList("items.kind"))
                .contains("DEADLINE_APPROACHING"));
        assertThat(kinds()).as("the complainant sees its place in the chain").containsExactlyInAnyOrder("FILED", null);
    }

    @Test
    void whatIsToldUnderAnotherPlatformIsParkedAndChangesNothing() {
        others.tell(TriageEvent.TOPIC, TriageEvent.SOURCE, "qihui", id, 1, triaged("FRAUD", "CRITICAL", "thief"));
        soon(() -> assertThat(as("ops", "qihui", "ops-1")
                        .get("/api/v1/complaints/parked-records?limit=100")
                        .jsonPath()
                        .<String>getList("items.subject"))
                .contains(id));
        assertThat(complaint().getString("status")).isEqualTo("FILED");
    }

    @Test
    void poisonIsParkedAndTheGoodOnesGoOn() {
        others.poison(TriageEvent.TOPIC, id, new byte[0]);
        others.poison(TriageEvent.TOPIC, id, "not json".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        triage(1, assigned("agent-d"));
        soon(() -> assertThat(complaint().getString("owner")).isEqualTo("agent-d"));
        List<String> reasons = as("ops", "huijin", "ops-1")
                .get("/api/v1/complaints/parked-records?limit=100")
                .jsonPath()
                .getList("items.reason");
        assertThat(reasons)
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(reason -> assertThat(reason).isNotBlank());
    }

    @Test
    void aParkedRecordIsReplayedOrDiscardedByOps() {
        String unknown = UUID.randomUUID().toString();
        var event = new ComplaintAssigned(UUID.fromString(unknown), "q", Tier.JUNIOR, "a", "FILED", AT);
        others.tell(TriageEvent.TOPIC, TriageEvent.SOURCE, "huijin", unknown, 1, event);
        String record = await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> as("ops", "huijin", "ops-1")
                                .get("/api/v1/complaints/parked-records?limit=100")
                                .jsonPath()
                                .<String>get("items.find { it.subject == '" + unknown + "' }?.id"),
                        found -> found != null);
        String path = "/api/v1/complaints/parked-records/" + record;
        as("ops", "qihui", "ops-1").post(path + "/replays").then().statusCode(404);
        as("agent", "huijin", "a-1").post(path + "/replays").then().statusCode(403);
        as("ops", "huijin", "ops-1").post(path + "/replays").then().statusCode(409);
        as("ops", "huijin", "ops-1")
                .contentType("application/json")
                .body("{\"reason\":\"not ours\"}")
                .post(path + "/discards")
                .then()
                .statusCode(204);
        assertThat(Ledger.texts("select resolved_reason from parked_record where id = ?", UUID.fromString(record)))
                .containsExactly("not ours");
    }

    private UUID uuid() {
        return UUID.fromString(id);
    }

    private ComplaintTriaged triaged(String category, String severity, String owner) {
        return new ComplaintTriaged(
                uuid(),
                1,
                Category.valueOf(category),
                Severity.valueOf(severity),
                0.9,
                List.of(Liability.MERCHANT),
                "delivery",
                Tier.JUNIOR,
                owner,
                List.of(new Reason("paid-not-arrived", "paid, not arrived")),
                AT);
    }

    private ComplaintAssigned assigned(String owner) {
        return new ComplaintAssigned(uuid(), "delivery", Tier.SENIOR, owner, "ESCALATED", AT);
    }

    private ClockStarted started(UUID clock, Instant due) {
        return new ClockStarted(uuid(), clock, Metric.FIRST_RESPONSE, 1, 0, 1, "PT48H", TargetUnit.ELAPSED, AT, due);
    }

    private void triage(long sequence, ContractEvent event) {
        others.tell(TriageEvent.TOPIC, TriageEvent.SOURCE, "huijin", id, sequence, event);
    }

    private void sla(long sequence, ContractEvent event) {
        others.tell(SlaEvent.TOPIC, SlaEvent.SOURCE, "huijin", id, sequence, event);
    }

    private JsonPath complaint() {
        return as("complainant", "huijin", me).get("/api/v1/complaints/" + id).jsonPath();
    }

    private String promise(String field) {
        return String.valueOf(complaint().<Object>get("promises.find { it.metric == 'FIRST_RESPONSE' }?." + field));
    }

    private List<String> kinds() {
        return as("complainant", "huijin", me)
                .get("/api/v1/complaints/" + id + "/timeline")
                .jsonPath()
                .getList("items.kind");
    }

    private static void soon(ThrowingRunnable condition) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(condition);
    }
}
