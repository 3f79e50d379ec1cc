package org.redress.sla.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.infra.RedressInfra;
import org.redress.sla.CaseScript;
import org.redress.sla.SlaFixture;
import org.redress.sla.setaside.SetAsideComplaints;

/** Several watches beside the service's own: what they share, what a frozen or a poisoned part of them can harm. */
@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
class SeveralWatchesIT {
    private static final String WARNING = "{\"at\": \"0%\", \"kind\": \"WARNING\", \"to\": \"OPS\"}";

    @Inject
    SlaFixture sla;

    @Inject
    Jdbi jdbi;

    @Inject
    FireDueLevels fire;

    @Inject
    WatchQueries queries;

    @Inject
    SetAsideComplaints setAside;

    @Inject
    WatchMetrics metrics;

    @Inject
    MeterRegistry registry;

    private List<Watch> watches = List.of();

    @BeforeEach
    void startTwoMore() {
        watches = Stream.generate(() -> new Rounds(fire, setAside, metrics, 50))
                .map(rounds -> new Watch(rounds, new BacklogThreads(rounds, 1), queries, metrics))
                .limit(2)
                .toList();
        watches.forEach(watch -> new Thread(watch, "another-watch").start());
    }

    @AfterEach
    void stopThem() {
        watches.forEach(Watch::stop);
    }

    @Test
    void eachLevelFiresOnceWithOneEvent() {
        String platform = SlaFixture.newPlatform();
        SlaFixture.activate(platform, "FIRST_RESPONSE", "PT3S", WARNING).statusCode(201);
        file(platform, 1000, sla.now());

        wakeAllUntilFired(platform, 2000);

        assertThat(sla.count(
                        "select count(distinct (clock_id, level_key)) from fired_level where platform = ?", platform))
                .isEqualTo(2000);
        assertThat(sla.count("select count(*) from outbox where platform = ? and type like '%deadline%'", platform))
                .isEqualTo(2000);
        assertThat(sla.count(
                        "select count(*) from fired_level where platform = ? and detected_at < fires_at", platform))
                .isZero();
        assertThat(sla.count("select count(*) from clock where platform = ? and state = 'BREACHED'", platform))
                .isEqualTo(1000);
    }

    @Test
    void aFrozenInstancesClaimIsFreeWithinFiveSecondsAndItsLateCommitChangesNothing() {
        String platform = SlaFixture.newPlatform();
        SlaFixture.activate(platform, "FIRST_RESPONSE", "PT1S", "").statusCode(201);

        UUID complaint = fileInItsOwnTransaction(platform);
        var takenOverAfter = new AtomicReference<Duration>();

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .run(() -> jdbi.useHandle(handle -> {
                            handle.createQuery("select 1 from complaint where complaint_id = :id for update")
                                    .bind("id", complaint)
                                    .mapTo(Integer.class)
                                    .one();
                            long frozen = System.nanoTime();
                            wakeAllUntilFired(platform, 1);
                            takenOverAfter.set(Duration.ofNanos(System.nanoTime() - frozen));
                            handle.createUpdate("update complaint set next_level_at = now() where complaint_id = :id")
                                    .bind("id", complaint)
                                    .execute();
                        })))
                .isInstanceOf(RuntimeException.class);

        assertThat(takenOverAfter.get()).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(6));
        assertThat(sla.count(
                        "select count(*) from complaint where platform = ? and next_level_at is not null", platform))
                .isZero();
        assertThat(sla.count("select count(*) from fired_level where platform = ?", platform))
                .isEqualTo(1);
    }

    @Test
    void aComplaintThatCannotFireIsSetAsideAndHoldsBackNoOther() {
        String platform = SlaFixture.newPlatform();
        SlaFixture.activate(platform, "FIRST_RESPONSE", "PT2S", "").statusCode(201);
        List<CaseScript> complaints = file(platform, 60, sla.now());
        UUID poisoned = complaints.get(30).id;
        jdbi.useHandle(
                handle -> handle.createUpdate("update clock set armed = '[{\"nonsense\": 1}]' where complaint_id = :id")
                        .bind("id", poisoned)
                        .execute());

        wakeAllUntilFired(platform, 59);

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(sla.count(
                                "select count(*) from set_aside where complaint_id = ? and stage = 'FIRE'", poisoned))
                        .isEqualTo(1));
        SlaFixture.as("ops", platform, "ops-1")
                .post("/api/v1/sla/held-complaints/" + poisoned + "/retries")
                .then()
                .statusCode(409);
        jdbi.useHandle(handle -> handle.createUpdate("delete from clock where complaint_id = :id")
                .bind("id", poisoned)
                .execute());
        SlaFixture.as("ops", platform, "ops-1")
                .post("/api/v1/sla/held-complaints/" + poisoned + "/retries")
                .then()
                .statusCode(204);
        wakeAllUntilFired(platform, 60);
    }

    @Test
    void levelsOfOneComplaintComeInOrderHoweverManyWatchesThereAre() {
        String platform = SlaFixture.newPlatform();
        SlaFixture.activate(
                        platform,
                        "FIRST_RESPONSE",
                        "PT2S",
                        WARNING + ", {\"at\": \"+PT1S\", \"kind\": \"ESCALATION\", \"to\": \"SENIOR_TIER\"}")
                .statusCode(201);
        file(platform, 200, sla.now());

        wakeAllUntilFired(platform, 600);

        assertThat(sla.count("""
                        select count(*) from (
                            select string_agg(split_part(type, '.', 3), ' ' order by sequence) as told from outbox
                            where platform = ? and aggregate_id <> platform group by aggregate_id) as of_complaint
                        where told = 'clock-started deadline-approaching deadline-breached complaint-escalated'""", platform)).isEqualTo(200);
    }

    @Test
    void aPlatformWhosePolicyCannotBeReadIsOneAlertAndHoldsBackNoOther() {
        String poisoned = SlaFixture.newPlatform();
        String healthy = SlaFixture.newPlatform();
        SlaFixture.activate(healthy, "FIRST_RESPONSE", "PT1S", "").statusCode(201);
        storePolicyWithCalendar(poisoned, "no-such-calendar");
        double alerts = alerts();

        file(poisoned, 30, sla.now());
        file(healthy, 30, sla.now());
        file(poisoned, 30, sla.now());

        wakeAllUntilFired(healthy, 30);
        assertThat(sla.count("select count(*) from set_aside where platform = ? and stage = 'POLICY'", poisoned))
                .isEqualTo(60);
        assertThat(sla.count("select count(*) from platform_set_aside where platform = ?", poisoned))
                .isEqualTo(1);
        assertThat(alerts() - alerts).isEqualTo(1);

        jdbi.useHandle(handle -> handle.createUpdate(
                        "update policy set document = jsonb_set(document, '{calendar}', '\"cn-24x7\"') where platform = ?")
                .bind(0, poisoned)
                .execute());

        wakeAllUntilFired(poisoned, 60);
        assertThat(sla.count("select count(*) from set_aside where platform = ?", poisoned))
                .isZero();
    }

    private void storePolicyWithCalendar(String platform, String calendar) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into policy (platform, version, document, active_from, created_by)
                        values (:platform, 1, cast(:document as jsonb), now(), 'test')""")
                .bind("platform", platform)
                .bind("document", """
                        {"platform": "%s", "version": 1, "calendar": "%s", "clocks": [{"metric": "FIRST_RESPONSE",
                         "when": "ALWAYS", "target": "PT1S", "unit": "ELAPSED",
                         "levels": [{"at": "100%%", "kind": "BREACH", "to": "SUPERVISOR"}]}]}""".formatted(platform, calendar))
                .execute());
    }

    private double alerts() {
        return registry.counter("redress.sla.set.aside", "stage", "POLICY").count();
    }

    private UUID fileInItsOwnTransaction(String platform) {
        var complaint = new CaseScript(platform);
        QuarkusTransaction.requiringNew().run(() -> sla.receive(List.of(complaint.filed(sla.now()))));
        return complaint.id;
    }

    private List<CaseScript> file(String platform, int many, Instant at) {
        List<CaseScript> complaints =
                IntStream.range(0, many).mapToObj(i -> new CaseScript(platform)).toList();
        sla.receive(complaints.stream().map(complaint -> complaint.filed(at)).toList());
        return complaints;
    }

    private void wakeAllUntilFired(String platform, long many) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> {
                    watches.forEach(watch -> watch.lookWithin(Duration.ZERO));
                    assertThat(sla.count("select count(*) from fired_level where platform = ?", platform))
                            .isEqualTo(many);
                });
    }
}
