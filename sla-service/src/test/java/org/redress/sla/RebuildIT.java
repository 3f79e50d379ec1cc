package org.redress.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.contract.Actor;
import org.redress.contract.ActorRole;
import org.redress.contract.Severity;
import org.redress.contract.intake.ComplaintClosed;
import org.redress.contract.intake.ComplaintReopened;
import org.redress.contract.intake.ComplaintUrged;
import org.redress.contract.intake.DecisionIssued;
import org.redress.contract.intake.DecisionOutcome;
import org.redress.contract.intake.IntakeEvent;
import org.redress.contract.intake.MaterialsRequested;
import org.redress.contract.intake.MaterialsSupplemented;
import org.redress.contract.intake.MessagePosted;
import org.redress.contract.intake.ResponseGiven;
import org.redress.infra.RedressInfra;
import org.redress.messaging.IncomingEvent;

/** Clocks computed anew: nothing changes where nothing is wrong, what is wrong is put right, and nothing old is fired. */
@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
class RebuildIT {
    private static final Actor AGENT = new Actor(ActorRole.AGENT, "agent-1");

    /** What a rebuild may leave as it was: everything the clocks, their record and their readers can see. */
    private static final String EVERYTHING = """
            select to_jsonb(c)::text as line from clock c where platform = :platform
            union all select to_jsonb(f)::text from fired_level f where platform = :platform
            union all select concat(id, ' ', type, ' ', aggregate_id) from outbox
                      where platform = :platform and type not like '%policy%'
            union all select concat(complaint_id, ' ', standing, ' ', next_level_at) from complaint where platform = :platform
            order by line""";

    private static final String CLOCKS = """
            select (to_jsonb(c) - 'changed_at')::text from clock c where platform = :platform order by clock_id""";

    @Inject
    SlaFixture sla;

    @Inject
    Jdbi jdbi;

    @Test
    void aRebuildAfterRandomHistoriesChangesNothing() {
        long seed = Long.getLong("redress.test.seed", System.nanoTime());
        var random = new Random(seed);
        String platform = platformWithManyClocks();
        Instant now = sla.now();
        for (int i = 0; i < 60; i++) {
            List<IncomingEvent> history = history(new CaseScript(platform), random, now);
            Collections.shuffle(history, random);
            int cut = random.nextInt(history.size() + 1);
            sla.receive(history.subList(0, cut));
            sla.receive(history);
        }
        awaitNothingDue(platform);
        List<String> before = everything(platform);

        UUID rebuild = order(platform, "{\"dryRun\": false}");

        awaitDone(platform, rebuild);
        assertThat(everything(platform)).as("seed " + seed).containsExactlyElementsOf(before);
        assertThat(get(platform, rebuild, "complaints")).isEqualTo("60");
        assertThat(get(platform, rebuild, "changed")).isEqualTo("0");
        differences(platform, rebuild).body("items", empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "due_at = due_at + interval '9 days', state = 'CANCELLED', cancelled_at = now()",
                "armed = '[]', next_level_at = null",
                "state = 'BREACHED', breached_at = now(), risk_at = null",
                "started_at = started_at - interval '1 day', rule = 0, target = 'P1D', met_at = now(), state = 'MET'",
                "pauses = '[{\"from\":\"2026-11-01T00:00:00Z\",\"to\":null,\"reason\":\"WAITING_MERCHANT\",\"by\":\"x\"}]'"
            })
    void aSpoiltClockIsReportedByADryRunAndPutRightByARealOne(String damage) {
        String platform = platformWithManyClocks();
        var complaint = new CaseScript(platform);
        sla.receive(List.of(complaint.filed(sla.now().minusSeconds(60))));
        List<String> right = lines(CLOCKS, platform);
        spoil(complaint.id, damage);
        List<String> spoilt = everything(platform);

        UUID dry = order(platform, "{\"complaintId\": \"%s\", \"dryRun\": true}".formatted(complaint.id));
        awaitDone(platform, dry);
        differences(platform, dry)
                .body("items", hasSize(1))
                .body("items[0].metric", equalTo("RESOLUTION"))
                .body("items[0].effect", equalTo("CHANGED"))
                .body("items[0].after.state", equalTo("RUNNING"));
        assertThat(everything(platform)).as("a dry run").isEqualTo(spoilt);

        UUID real = order(platform, "{\"complaintId\": \"%s\"}".formatted(complaint.id));
        awaitDone(platform, real);
        assertThat(lines(CLOCKS, platform)).isEqualTo(right);
        differences(platform, real).body("items", hasSize(1));
        differences("other-" + platform, real, 404);
    }

    @Test
    void aRecordedBreachStaysEvenIfTheComputationWouldUndoIt() {
        String platform = platformWithManyClocks();
        var complaint = new CaseScript(platform);
        Instant filedAt = sla.now().minus(Duration.ofHours(3));
        Instant late = filedAt.plusSeconds(7300);
        sla.receive(List.of(
                complaint.filed(filedAt),
                complaint.intake(new ResponseGiven(complaint.id, UUID.randomUUID(), false, AGENT, late), late)));
        awaitNothingDue(platform);
        // As if another release read the answer as one in time.
        jdbi.useHandle(
                handle -> handle.createUpdate("""
                        update case_event e set fact = e.fact || jsonb_build_object('at', f.fact->'at') from case_event f
                        where e.complaint_id = :id and f.complaint_id = :id and e.fact->>'type' = 'RESPONSE_GIVEN'
                          and f.fact->>'type' = 'COMPLAINT_FILED'""").bind("id", complaint.id).execute());
        List<String> before = everything(platform);

        UUID rebuild = order(platform, "{}");
        awaitDone(platform, rebuild);

        differences(platform, rebuild)
                .body("items.effect", contains("BREACH_KEPT"))
                .body("items[0].before.state", equalTo("BREACHED"))
                .body("items[0].after.state", equalTo("MET"));
        assertThat(everything(platform)).isEqualTo(before);
    }

    @Test
    void whenTheWorkerDiesInTheMiddleAnotherGoesOnBehindTheLastSet() {
        String platform = platformWithManyClocks();
        List<UUID> complaints = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            var complaint = new CaseScript(platform);
            sla.receive(List.of(complaint.filed(sla.now().minusSeconds(60))));
            complaints.add(complaint.id);
        }
        List<String> right = lines(CLOCKS, platform);
        complaints.forEach(complaint -> spoil(complaint, "due_at = due_at + interval '9 days'"));

        UUID rebuild = jdbi.inTransaction(handle -> {
            handle.createQuery("select 1 from complaint where complaint_id = :id for update")
                    .bind("id", complaints.get(7))
                    .mapTo(Integer.class)
                    .one();
            UUID ordered = order(platform, "{\"dryRun\": false}");
            await().atMost(Duration.ofSeconds(20)).until(() -> kill(handle));
            assertThat(get(platform, ordered, "complaints")).as("sets of five").isEqualTo("5");
            return ordered;
        });

        awaitDone(platform, rebuild);
        assertThat(get(platform, rebuild, "complaints")).isEqualTo("12");
        assertThat(get(platform, rebuild, "changed")).isEqualTo("12");
        assertThat(lines(CLOCKS, platform)).isEqualTo(right);
        SlaFixture.as("ops", platform, "ops-1")
                .get("/api/v1/sla/rebuilds/" + rebuild + "/differences?limit=50")
                .then()
                .body("items.complaintId.unique()", hasSize(12));
    }

    /** Ends the session of the worker that waits for this one's lock. */
    private static boolean kill(Handle locking) {
        return locking.createQuery("""
                        select count(pg_terminate_backend(pid)) from pg_locks
                        where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))""").mapTo(Long.class).one() > 0;
    }

    @Test
    void aClockThatWasLostComesBackBreachedWithoutFiringAnythingOld() {
        String platform = platformWithManyClocks();
        var complaint = new CaseScript(platform);
        sla.receive(List.of(complaint.filed(sla.now().minus(Duration.ofHours(3)))));
        awaitNothingDue(platform);
        jdbi.useHandle(handle -> {
            handle.createUpdate("delete from fired_level where complaint_id = :id")
                    .bind("id", complaint.id)
                    .execute();
            handle.createUpdate("delete from clock where complaint_id = :id")
                    .bind("id", complaint.id)
                    .execute();
        });
        long told = told(complaint);

        UUID rebuild = order(platform, "{}");
        awaitDone(platform, rebuild);

        assertThat(sla.count(
                        "select count(*) from fired_level where complaint_id = ? and kind = 'BREACH' and rebuilt",
                        complaint.id))
                .isEqualTo(1);
        assertThat(sla.count(
                        "select count(*) from clock where complaint_id = ? and state = 'BREACHED' and breached_at = due_at",
                        complaint.id))
                .isEqualTo(1);
        assertThat(told(complaint)).as("levels told").isEqualTo(told);
        sla.receive(List.of(complaint.triaged(Severity.NORMAL, 2, sla.now())));
        awaitNothingDue(platform);
        assertThat(told(complaint)).as("levels told after the next event").isEqualTo(told);
    }

    @Test
    void onlyAdminsRebuildAllPlatformsAndNobodyAnothersComplaint() {
        String platform = SlaFixture.newPlatform();
        var foreign = new CaseScript(SlaFixture.newPlatform());
        sla.receive(List.of(foreign.filed(sla.now())));

        SlaFixture.as("ops", platform, "ops-1")
                .body("{\"allPlatforms\": true, \"dryRun\": true}")
                .post("/api/v1/sla/rebuilds")
                .then()
                .statusCode(403);
        SlaFixture.as("agent", platform, "agent-1")
                .body("{}")
                .post("/api/v1/sla/rebuilds")
                .then()
                .statusCode(403);
        SlaFixture.as("ops", platform, "ops-1")
                .body("{\"complaintId\": \"%s\"}".formatted(foreign.id))
                .post("/api/v1/sla/rebuilds")
                .then()
                .statusCode(404);
        SlaFixture.as("admin", platform, "admin-1")
                .body("{\"complaintId\": \"%s\", \"allPlatforms\": true}".formatted(foreign.id))
                .post("/api/v1/sla/rebuilds")
                .then()
                .statusCode(422);
    }

    private static String platformWithManyClocks() {
        String platform = SlaFixture.newPlatform();
        SlaFixture.as("admin", platform, "admin-1")
                .body("""
                        {"platform": "%s", "calendar": "cn-24x7", "clocks": [
                         {"metric": "FIRST_RESPONSE", "when": "ALWAYS", "target": "PT2H", "unit": "ELAPSED", "levels": [
                          {"at": "50%%", "kind": "WARNING", "to": "OWNER"}, {"at": "+PT10M", "kind": "ESCALATION", "to": "OPS"}]},
                         {"metric": "NEXT_RESPONSE", "when": "ALWAYS", "target": "PT1H", "unit": "ELAPSED", "levels": []},
                         {"metric": "URGE_ANSWER", "when": "ALWAYS", "target": "PT30M", "unit": "ELAPSED", "levels": []},
                         {"metric": "SUPPLEMENT_WINDOW", "when": "ALWAYS", "target": "PT1H", "unit": "ELAPSED", "levels": []},
                         {"metric": "APPEAL_WINDOW", "when": "ALWAYS", "target": "P7D", "unit": "NATURAL_DAYS", "levels": []},
                         {"metric": "RESOLUTION", "when": {"severity": ["CRITICAL"]}, "target": "PT3H", "unit": "ELAPSED",
                          "pauseOn": ["WAITING_COMPLAINANT"], "pauseCap": "PT4H", "levels": []},
                         {"metric": "RESOLUTION", "when": "ALWAYS", "target": "P7D", "unit": "WORKING_DAYS",
                          "pauseOn": ["WAITING_COMPLAINANT"], "pauseCap": "PT72H", "levels": []}]}""".formatted(platform))
                .post("/api/v1/sla/policies")
                .then()
                .statusCode(201);
        return platform;
    }

    /** What happened in the last eight hours. */
    private static List<IncomingEvent> history(CaseScript complaint, Random random, Instant now) {
        var events = new ArrayList<IncomingEvent>();
        Instant filed = now.minusSeconds(3600 + random.nextInt(25_000));
        events.add(complaint.filed(filed));
        for (int i = random.nextInt(9); i > 0; i--) {
            long ago = random.nextInt((int) Duration.between(filed, now).toSeconds());
            events.add(something(complaint, random.nextInt(9), 1 + random.nextInt(6), now.minusSeconds(ago)));
        }
        return events;
    }

    private static IncomingEvent something(CaseScript complaint, int what, int choice, Instant at) {
        UUID id = complaint.id;
        UUID other = UUID.randomUUID();
        if (what == 8) {
            return complaint.triaged(choice % 3 == 0 ? Severity.CRITICAL : Severity.NORMAL, choice, at);
        }
        IntakeEvent event = switch (what) {
            case 0 -> new ResponseGiven(id, other, false, AGENT, at);
            case 1 -> new ResponseGiven(id, other, true, AGENT, at);
            case 2 -> new MessagePosted(id, other, ActorRole.COMPLAINANT, null, AGENT, at);
            case 3 -> new MaterialsRequested(id, other, 1, List.of(), at.plusSeconds(5000), AGENT, at);
            case 4 -> new MaterialsSupplemented(id, other, List.of(), true, AGENT, at);
            case 5 -> new ComplaintUrged(id, 1, null, AGENT, at);
            case 6 ->
                new DecisionIssued(
                        id, other, DecisionOutcome.SUPPORTED, List.of(), null, null, null, null, at, null, AGENT, at);
            default ->
                choice % 2 == 0
                        ? new ComplaintClosed(id, "DECIDED", AGENT, at)
                        : new ComplaintReopened(id, 1, "ASKED", AGENT, at);
        };
        return complaint.intake(event, at);
    }

    /** Waits until nothing falls due by itself for a while, so that only the rebuild can change anything. */
    private void awaitNothingDue(String platform) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(sla.count(
                                "select count(*) from complaint where platform = ? and next_level_at <= now() + interval '10 s'",
                                platform))
                        .isZero());
    }

    private static void awaitDone(String platform, UUID rebuild) {
        await().atMost(Duration.ofSeconds(30)).until(() -> "DONE".equals(get(platform, rebuild, "state")));
    }

    private void spoil(UUID complaint, String damage) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update clock set " + damage + " where complaint_id = :id and metric = 'RESOLUTION'")
                .bind("id", complaint)
                .execute());
    }

    private List<String> lines(String sql, String platform) {
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .bind("platform", platform)
                .mapTo(String.class)
                .list());
    }

    private List<String> everything(String platform) {
        return lines(EVERYTHING, platform);
    }

    private long told(CaseScript complaint) {
        return sla.count(
                "select count(*) from outbox where aggregate_id = ? and type ~ 'approaching|breached|escalated|lapsed'",
                complaint.id.toString());
    }

    private static UUID order(String platform, String body) {
        return UUID.fromString(SlaFixture.as("ops", platform, "ops-1")
                .body(body)
                .post("/api/v1/sla/rebuilds")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    private static String get(String platform, UUID rebuild, String field) {
        return String.valueOf(SlaFixture.as("ops", platform, "ops-1")
                .get("/api/v1/sla/rebuilds/" + rebuild)
                .then()
                .statusCode(200)
                .extract()
                .<Object>path(field));
    }

    private static ValidatableResponse differences(String platform, UUID rebuild) {
        return differences(platform, rebuild, 200);
    }

    private static ValidatableResponse differences(String platform, UUID rebuild, int status) {
        return SlaFixture.as("ops", platform, "ops-1")
                .get("/api/v1/sla/rebuilds/" + rebuild + "/differences")
                .then()
                .statusCode(status);
    }
}
