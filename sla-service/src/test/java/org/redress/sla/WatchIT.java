package org.redress.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.redress.contract.Tier;
import org.redress.contract.sla.ComplaintEscalated;
import org.redress.contract.sla.SlaEvent;
import org.redress.infra.RedressInfra;

/** Levels fire once, in time and with their events, on a real database and a real broker. */
@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
class WatchIT {
    private static final String LEVELS = """
            {"at": "40%", "kind": "WARNING", "to": "OWNER"}, {"at": "100%", "kind": "BREACH", "to": "SUPERVISOR"},
            {"at": "+PT2S", "kind": "ESCALATION", "to": "SENIOR_TIER"}""";

    @Inject
    SlaFixture sla;

    @Inject
    Jdbi jdbi;

    @Test
    void aFiveSecondClockWarnsBreachesAndEscalatesOnceEachAndNeverEarly() {
        String platform = SlaFixture.newPlatform();
        SlaFixture.activate(platform, "FIRST_RESPONSE", "PT5S", LEVELS).statusCode(201);
        var complaint = new CaseScript(platform);

        sla.receive(List.of(complaint.filed(sla.now())));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(fired(platform)).hasSize(3));
        List<Map<String, Object>> newestFirst = fired(platform);
        assertThat(newestFirst)
                .extracting(level -> level.get("kind"))
                .containsExactly("ESCALATION", "BREACH", "WARNING");
        assertThat(newestFirst).allSatisfy(WatchIT::firedInTime);
        assertThat(newestFirst.get(1)).containsEntry("state", "BREACHED").containsEntry("to", "SUPERVISOR");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(eventsOf(complaint))
                        .containsExactly(
                                "org.redress.clock-started.v1",
                                "org.redress.deadline-approaching.v1",
                                "org.redress.deadline-breached.v1",
                                "org.redress.complaint-escalated.v1"));
        assertThat(escalation(complaint).toTier()).isEqualTo(Tier.SENIOR);
    }

    @Test
    void severalWatchesShareTheWorkAndFireEachLevelOnce() {
        String platform = SlaFixture.newPlatform();
        SlaFixture.activate(platform, "FIRST_RESPONSE", "PT2S", "").statusCode(201);
        List<CaseScript> complaints =
                IntStream.range(0, 300).mapToObj(i -> new CaseScript(platform)).toList();
        Instant filedAt = sla.now();

        sla.receive(
                complaints.stream().map(complaint -> complaint.filed(filedAt)).toList());

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(sla.count("select count(*) from fired_level where platform = ?", platform))
                                .isEqualTo(300));
        assertThat(sla.count(
                        "select count(*) from outbox where platform = ? and type = 'org.redress.deadline-breached.v1'",
                        platform))
                .isEqualTo(300);
    }

    private static List<Map<String, Object>> fired(String platform) {
        return SlaFixture.as("ops", platform, "ops-1")
                .get("/api/v1/sla/breaches")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    private static void firedInTime(Map<String, Object> level) {
        Instant firesAt = Instant.parse((String) level.get("firesAt"));
        Instant detectedAt = Instant.parse((String) level.get("detectedAt"));
        assertThat(detectedAt).isBetween(firesAt, firesAt.plusSeconds(2));
    }

    private List<String> eventsOf(CaseScript complaint) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select type from outbox where aggregate_id = :subject and sent_at is not null order by sequence")
                .bind("subject", complaint.id.toString())
                .mapTo(String.class)
                .list());
    }

    private ComplaintEscalated escalation(CaseScript complaint) {
        byte[] data = jdbi.withHandle(handle -> handle.createQuery(
                        "select payload from outbox where aggregate_id = :subject and type = :type")
                .bind("subject", complaint.id.toString())
                .bind("type", ComplaintEscalated.TYPE)
                .mapTo(byte[].class)
                .one());
        return (ComplaintEscalated) SlaEvent.read(ComplaintEscalated.TYPE, data);
    }
}
