package org.redress.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.contract.Actor;
import org.redress.contract.ActorRole;
import org.redress.contract.intake.MaterialsRequested;
import org.redress.contract.intake.ResponseGiven;
import org.redress.infra.RedressInfra;
import org.redress.messaging.IncomingEvent;
import org.redress.messaging.UnreadableEventException;

/** Events with times that cannot be, missing or doubled: flagged, and never a duration that is negative or counted twice. */
@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
class OddEventsIT {
    private static final Actor AGENT = new Actor(ActorRole.AGENT, "agent-1");

    @Inject
    SlaFixture sla;

    @ParameterizedTest
    @CsvSource({
        "an answer dated tomorrow,              P1D,       MET,     AHEAD_OF_RECEIPT",
        "an answer dated in eighty years,       P29220D,   MET,     AHEAD_OF_RECEIPT",
        "an answer of the year 3000,            P355690D,  RUNNING, IMPLAUSIBLE_TIME",
        "an answer from before the filing,      -PT2H,     RUNNING, EARLIER_THAN_FILING",
        "an answer of 1969,                     -P20800D,  RUNNING, IMPLAUSIBLE_TIME",
        "an answer a minute ahead is forgiven,  PT1M,      MET,     -"
    })
    void anAnswerAtAnOddTimeIsFlaggedAndLeavesNoOddDuration(String what, Duration ahead, String state, String flag) {
        String platform = SlaFixture.newPlatform();
        SlaFixture.activate(platform, "FIRST_RESPONSE", "PT4H", "").statusCode(201);
        var complaint = new CaseScript(platform);
        Instant now = sla.now();

        sla.receive(List.of(complaint.filed(now.minusSeconds(3600)), answer(complaint, now.plus(ahead))));

        Map<String, Object> read = read(platform, complaint);
        List<Map<String, Object>> clocks = list(read, "clocks");
        assertThat(clocks).as(what).hasSize(1);
        assertThat(clocks.get(0)).as(what).containsEntry("state", state).containsEntry("overdue", null);
        assertThat(codes(read)).as(what).isEqualTo("-".equals(flag) ? List.of() : List.of(flag));
        assertThat(list(clocks.get(0), "segments"))
                .allSatisfy(part -> assertThat(Instant.parse((String) part.get("from")))
                        .isBefore(Instant.parse((String) part.get("to"))));
    }

    @Test
    void aYearThatNoDatabaseHasIsParkedAndNotKept() {
        String platform = SlaFixture.newPlatform();
        var complaint = new CaseScript(platform);

        assertThatThrownBy(() -> sla.receive(List.of(answer(complaint, Instant.parse("+100000-01-01T00:00:00Z")))))
                .hasStackTraceContaining(UnreadableEventException.class.getSimpleName());
    }

    @Test
    void aMissingEventShowsUntilItComesAndADoubledOneChangesNothing() {
        String platform = SlaFixture.newPlatform();
        SlaFixture.activate(platform, "FIRST_RESPONSE", "PT4H", "").statusCode(201);
        var complaint = new CaseScript(platform);
        Instant now = sla.now();
        IncomingEvent first = complaint.filed(now.minusSeconds(3600));
        IncomingEvent second = answer(complaint, now.minusSeconds(60));
        IncomingEvent third = answer(complaint, now.minusSeconds(30));

        sla.receive(List.of(first, third));
        assertThat(codes(read(platform, complaint))).containsExactly("MISSING_EVENTS");

        sla.receive(List.of(second, third, first));
        Map<String, Object> read = read(platform, complaint);
        assertThat(codes(read)).isEmpty();
        assertThat(Instant.parse((String) list(read, "clocks").get(0).get("metAt")))
                .isEqualTo(second.time().truncatedTo(ChronoUnit.MICROS));
    }

    @Test
    void twoPausesThatOverlapAndRunBackwardsCountOnceAndNeverNegatively() {
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
        Instant filed = sla.now().minus(Duration.ofHours(10)).truncatedTo(ChronoUnit.SECONDS);

        sla.receive(List.of(
                complaint.filed(filed),
                request(complaint, filed.plusSeconds(600), filed.plusSeconds(4200)),
                request(complaint, filed.plusSeconds(1200), filed.plusSeconds(4200)),
                request(complaint, filed.plusSeconds(7200), filed.plusSeconds(60))));

        Map<String, Object> clock = list(read(platform, complaint), "clocks").get(0);
        assertThat(Instant.parse((String) clock.get("dueAt"))).isEqualTo(filed.plus(Duration.ofHours(49)));
        assertThat(list(clock, "pauses")).hasSizeBetween(1, 2);
    }

    private static IncomingEvent answer(CaseScript complaint, Instant at) {
        return complaint.intake(new ResponseGiven(complaint.id, UUID.randomUUID(), false, AGENT, at), at);
    }

    private static IncomingEvent request(CaseScript complaint, Instant at, Instant dueAt) {
        return complaint.intake(
                new MaterialsRequested(complaint.id, UUID.randomUUID(), 1, List.of(), dueAt, AGENT, at), at);
    }

    private static Map<String, Object> read(String platform, CaseScript complaint) {
        return SlaFixture.clocks("ops", platform, "ops-1", complaint.id)
                .statusCode(200)
                .extract()
                .path("");
    }

    private static List<String> codes(Map<String, Object> read) {
        return list(read, "remarks").stream()
                .map(remark -> String.valueOf(remark.get("code")))
                .toList();
    }

    @SuppressWarnings("unchecked") // what the service answers is a list of objects there
    private static List<Map<String, Object>> list(Map<String, Object> object, String name) {
        return (List<Map<String, Object>>) Objects.requireNonNull(object.get(name), name);
    }
}
