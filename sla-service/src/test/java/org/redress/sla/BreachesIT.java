package org.redress.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.redress.contract.Actor;
import org.redress.contract.ActorRole;
import org.redress.contract.intake.AppealFiled;
import org.redress.contract.intake.DecisionIssued;
import org.redress.contract.intake.DecisionOutcome;
import org.redress.contract.intake.MaterialsRequested;
import org.redress.contract.intake.MaterialsSupplemented;
import org.redress.contract.intake.ResponseGiven;
import org.redress.contract.sla.BreachWithdrawn;
import org.redress.contract.sla.DeadlineApproaching;
import org.redress.contract.sla.DeadlineBreached;
import org.redress.contract.sla.SlaEvent;
import org.redress.contract.sla.WindowLapsed;
import org.redress.infra.RedressInfra;
import org.redress.messaging.IncomingEvent;

/** Breaches that turn out not to be any, and windows that close. */
@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
class BreachesIT {
    private static final Actor AGENT = new Actor(ActorRole.AGENT, "agent-1");

    @Inject
    SlaFixture sla;

    @Inject
    Jdbi jdbi;

    @Test
    void anAnswerInTimeThatIsToldAfterTheBreachWithdrawsItOnceAndTheRecordStays() {
        String platform = SlaFixture.newPlatform();
        SlaFixture.activate(platform, "FIRST_RESPONSE", "PT1H", "").statusCode(201);
        var complaint = new CaseScript(platform);
        Instant filedAt = sla.now().minusSeconds(3601).truncatedTo(ChronoUnit.SECONDS);
        sla.receive(List.of(complaint.filed(filedAt)));
        awaitFired(complaint, "BREACH");

        IncomingEvent template = answer(complaint, true, filedAt.plusSeconds(5));
        IncomingEvent answer = answer(complaint, false, filedAt.plusSeconds(3600));
        sla.receive(List.of(template));
        assertThat(eventsOf(complaint, BreachWithdrawn.TYPE)).isEmpty();
        sla.receive(List.of(answer));
        sla.receive(List.of(answer));
        sla.receive(List.of(answer(complaint, false, filedAt.plusSeconds(60))));

        assertThat(eventsOf(complaint, BreachWithdrawn.TYPE))
                .singleElement()
                .isInstanceOfSatisfying(BreachWithdrawn.class, withdrawn -> {
                    assertThat(withdrawn.reason()).isEqualTo("MET_IN_TIME");
                    assertThat(withdrawn.metAt()).isEqualTo(withdrawn.dueAt());
                    assertThat(withdrawn.withdrawnAt()).isAfter(withdrawn.dueAt());
                });
        SlaFixture.as("ops", platform, "ops-1")
                .get("/api/v1/sla/breaches?kind=BREACH")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].withdrawnReason", equalTo("MET_IN_TIME"))
                .body("items[0].state", equalTo("MET"));
        SlaFixture.clocks("ops", platform, "ops-1", complaint.id)
                .statusCode(200)
                .body("clocks[0].state", equalTo("MET"))
                .body("clocks[0].breachedAt", nullValue());
    }

    @Test
    void anAnswerAfterDueWithdrawsNothing() {
        String platform = SlaFixture.newPlatform();
        SlaFixture.activate(platform, "FIRST_RESPONSE", "PT1H", "").statusCode(201);
        var complaint = new CaseScript(platform);
        Instant filedAt = sla.now().minusSeconds(3700);
        sla.receive(List.of(complaint.filed(filedAt)));
        awaitFired(complaint, "BREACH");

        sla.receive(List.of(answer(complaint, false, filedAt.plusSeconds(3601))));

        assertThat(eventsOf(complaint, BreachWithdrawn.TYPE)).isEmpty();
        SlaFixture.as("ops", platform, "ops-1")
                .get("/api/v1/sla/breaches")
                .then()
                .body("items[0].withdrawnAt", nullValue())
                .body("items[0].state", equalTo("BREACHED"));
    }

    @Test
    void aWithdrawnBreachThatAnEvenLaterEventMakesOneAgainIsRecordedAnew() {
        String platform = SlaFixture.newPlatform();
        SlaFixture.as("admin", platform, "admin-1")
                .body("""
                        {"platform": "%s", "calendar": "cn-24x7", "clocks": [{"metric": "RESOLUTION", "when": "ALWAYS",
                         "target": "PT1H", "unit": "ELAPSED", "pauseOn": ["WAITING_COMPLAINANT"], "pauseCap": "PT72H",
                         "levels": []}]}""".formatted(platform))
                .post("/api/v1/sla/policies")
                .then()
                .statusCode(201);
        var complaint = new CaseScript(platform);
        Instant filedAt = sla.now().minusSeconds(7200).truncatedTo(ChronoUnit.SECONDS);
        Instant asked = filedAt.plusSeconds(600);
        sla.receive(List.of(complaint.filed(filedAt)));
        awaitFired(complaint, "BREACH");
        IncomingEvent request = complaint.intake(
                new MaterialsRequested(
                        complaint.id, UUID.randomUUID(), 1, List.of(), filedAt.plusSeconds(90_000), AGENT, asked),
                asked);
        IncomingEvent supplement = complaint.intake(
                new MaterialsSupplemented(
                        complaint.id, UUID.randomUUID(), List.of(), true, AGENT, asked.plusSeconds(300)),
                asked.plusSeconds(300));

        sla.receive(List.of(request));
        breaches(platform)
                .body("items.withdrawnReason", contains("DUE_LATER"))
                .body("items[0].state", equalTo("PAUSED"));
        sla.receive(List.of(supplement));
        awaitFired(complaint, "BREACH", 2);

        breaches(platform)
                .body("items.withdrawnReason", containsInAnyOrder("DUE_LATER", null))
                .body("items.state", everyItem(equalTo("BREACHED")));
        SlaFixture.clocks("ops", platform, "ops-1", complaint.id)
                .body("clocks[0].state", equalTo("BREACHED"))
                .body("clocks[0].breachedAt", equalTo(filedAt.plusSeconds(3900).toString()));
        assertThat(eventsOf(complaint, BreachWithdrawn.TYPE)).hasSize(1);
        assertThat(eventsOf(complaint, DeadlineBreached.TYPE)).hasSize(2);
    }

    @Test
    void anUnusedWindowRemindsTheComplainantAndLapsesWithoutABreach() {
        String platform = SlaFixture.newPlatform();
        SlaFixture.activate(
                        platform,
                        "APPEAL_WINDOW",
                        "PT1H",
                        "{\"at\": \"50%\", \"kind\": \"WARNING\", \"to\": \"COMPLAINANT\"}")
                .statusCode(201);
        var complaint = new CaseScript(platform);
        Instant served = sla.now().minusSeconds(3600);
        sla.receive(List.of(complaint.filed(served.minusSeconds(60)), decision(complaint, served)));

        awaitFired(complaint, "LAPSE");

        assertThat(eventsOf(complaint, DeadlineApproaching.TYPE))
                .singleElement()
                .isInstanceOfSatisfying(
                        DeadlineApproaching.class,
                        reminder -> assertThat(reminder.to()).isEqualTo("COMPLAINANT"));
        assertThat(eventsOf(complaint, WindowLapsed.TYPE))
                .singleElement()
                .isInstanceOfSatisfying(WindowLapsed.class, lapsed -> {
                    assertThat(lapsed.dueAt()).isEqualTo(lapsed.firesAt());
                    assertThat(lapsed.lateBy()).isEqualTo(Duration.between(lapsed.firesAt(), lapsed.detectedAt()));
                });
        assertThat(sla.count("select count(*) from set_aside where complaint_id = ?", complaint.id))
                .isZero();
        assertThat(sla.count(
                        "select count(*) from clock where complaint_id = ? and state = 'LAPSED' and breached_at is null",
                        complaint.id))
                .isEqualTo(1);
    }

    @Test
    void anAppealUsesTheOneWindowWhateverTheAppealIsCalled() {
        String platform = SlaFixture.newPlatform();
        SlaFixture.activate(platform, "APPEAL_WINDOW", "PT1H", "").statusCode(201);
        var complaint = new CaseScript(platform);
        Instant served = sla.now().minusSeconds(60);
        var appeal = new AppealFiled(
                complaint.id, UUID.randomUUID(), UUID.randomUUID(), 1, null, AGENT, served.plusSeconds(30));

        sla.receive(List.of(
                complaint.filed(served.minusSeconds(60)),
                decision(complaint, served),
                complaint.intake(appeal, appeal.filedAt())));

        SlaFixture.clocks("ops", platform, "ops-1", complaint.id).body("clocks[0].state", equalTo("MET"));
    }

    @Test
    void aPauseIsStoredWithItsReasonItsEndAndWhoOpenedIt() {
        String platform = SlaFixture.newPlatform();
        SlaFixture.as("admin", platform, "admin-1")
                .body("""
                        {"platform": "%s", "calendar": "cn-24x7", "clocks": [{"metric": "RESOLUTION", "when": "ALWAYS",
                         "target": "PT48H", "unit": "ELAPSED", "pauseOn": ["WAITING_COMPLAINANT"], "pauseCap": "PT72H",
                         "levels": []}]}""".formatted(platform))
                .post("/api/v1/sla/policies")
                .then()
                .statusCode(201);
        var complaint = new CaseScript(platform);
        Instant asked = sla.now().minusSeconds(60);
        var request = new MaterialsRequested(
                complaint.id, UUID.randomUUID(), 1, List.of(), asked.plus(Duration.ofHours(3)), AGENT, asked);

        sla.receive(
                List.of(complaint.filed(asked.minusSeconds(600)), complaint.intake(request, request.requestedAt())));

        assertThat(sla.count("""
                        select count(*) from clock where complaint_id = ? and state = 'PAUSED'
                          and jsonb_array_length(pauses) = 1
                          and pauses -> 0 ->> 'reason' = 'WAITING_COMPLAINANT' and pauses -> 0 ->> 'by' = 'AGENT agent-1'
                          and cast(pauses -> 0 ->> 'to' as timestamptz) > now() + interval '2 hours'""", complaint.id)).isEqualTo(1);
        SlaFixture.clocks("ops", platform, "ops-1", complaint.id)
                .body("clocks[0].state", equalTo("PAUSED"))
                .body("clocks[0].pauses[0].by", equalTo("AGENT agent-1"));
    }

    private static IncomingEvent answer(CaseScript complaint, boolean template, Instant at) {
        return complaint.intake(new ResponseGiven(complaint.id, UUID.randomUUID(), template, AGENT, at), at);
    }

    private static IncomingEvent decision(CaseScript complaint, Instant at) {
        var decision = new DecisionIssued(
                complaint.id,
                UUID.randomUUID(),
                DecisionOutcome.NOT_SUPPORTED,
                List.of(),
                null,
                null,
                null,
                null,
                at,
                null,
                AGENT,
                at);
        return complaint.intake(decision, at);
    }

    private static ValidatableResponse breaches(String platform) {
        return SlaFixture.as("ops", platform, "ops-1")
                .get("/api/v1/sla/breaches?kind=BREACH")
                .then()
                .statusCode(200);
    }

    private void awaitFired(CaseScript complaint, String kind) {
        awaitFired(complaint, kind, 1);
    }

    private void awaitFired(CaseScript complaint, String kind, int times) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(sla.count(
                                "select count(*) from fired_level where complaint_id = ? and kind = ?",
                                complaint.id,
                                kind))
                        .isEqualTo(times));
    }

    private List<SlaEvent> eventsOf(CaseScript complaint, String type) {
        return jdbi.withHandle(handle -> handle
                .createQuery(
                        "select payload from outbox where aggregate_id = :subject and type = :type order by sequence")
                .bind("subject", complaint.id.toString())
                .bind("type", type)
                .mapTo(byte[].class)
                .list()
                .stream()
                .map(data -> SlaEvent.read(type, data))
                .toList());
    }
}
