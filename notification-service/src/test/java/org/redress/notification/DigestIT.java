package org.redress.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.redress.contract.intake.IntakeEvent;
import org.redress.contract.sla.EscalationAction;
import org.redress.contract.sla.SlaEvent;
import org.redress.contract.triage.TriageEvent;
import org.redress.infra.RedressInfra;
import org.redress.messaging.IncomingEvent;
import org.redress.notification.outside.Case;
import org.redress.notification.outside.Database;
import org.redress.notification.outside.OutsideWorld;
import org.redress.notification.outside.Service;

/** Who is told of levels, and fifty levels in one message. */
@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = OutsideWorld.class, scope = TestResourceScope.GLOBAL)
class DigestIT {
    private final Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);

    private final String platform = "p-" + UUID.randomUUID();
    private final String agent = "agent-" + UUID.randomUUID();

    @Test
    void fiftyLateLevelsOfTwentyComplaintsAreOneMessageInOrder() {
        List<Case> cases = owned(20);
        List<IncomingEvent> levels = late(cases, 50);
        List<IncomingEvent> shuffled = new ArrayList<>(levels);
        Collections.shuffle(shuffled, new Random(5));

        OutsideWorld.topics().write(SlaEvent.TOPIC, shuffled);

        await().until(() -> inbox().size() == 1);
        assertOneMessageOf(50, 20);
        assertThat(inbox().get(0).get("title")).isEqualTo("20 件投诉的 50 条时限通知");
        assertThat(String.valueOf(inbox().get(0).get("text")))
                .contains("最多迟发 1小时 50分")
                .contains("另有 40 条")
                .contains("（迟发 1小时 50分）");

        // As if the inbox had forgotten them and all offsets were set to zero.
        Database.change("delete from inbox where event_id in ("
                + String.join(
                        ",",
                        levels.stream().map(level -> "'" + level.id() + "'").toList()) + ")");
        OutsideWorld.topics().write(SlaEvent.TOPIC, levels);
        await().until(() -> Database.number("select count(*) from inbox where event_id in ("
                        + String.join(
                                ",",
                                levels.stream()
                                        .map(level -> "'" + level.id() + "'")
                                        .toList()) + ")")
                == 50);
        Case last = owned(1).get(0);
        OutsideWorld.topics().write(SlaEvent.TOPIC, last.approaching("OWNER"));
        await().until(() -> kinds().contains("deadline-approaching"));
        assertThat(kinds()).containsExactly("deadline-approaching", "deadline-digest");
    }

    @Test
    void aDatabaseThatFailsWhileTheMessageIsWrittenLosesAndDoublesNothing() {
        List<Case> cases = owned(20);
        Database.change("create function refuse_digests() returns trigger language plpgsql as $$ begin"
                + " raise exception 'planned'; end $$");
        // After the message and half of what belongs to it: the worst moment.
        Database.change("create trigger refuse after update on delivery for each row when (new.platform = '" + platform
                + "' and new.message_id is not null and old.fires_at >= '" + now.minusSeconds(5000)
                + "') execute function refuse_digests()");
        try {
            OutsideWorld.topics().write(SlaEvent.TOPIC, late(cases, 50));
            await().until(() -> Database.number("select count(*) from delivery where platform = '" + platform
                            + "' and audience = 'OWNER' and next_attempt_at < now() - interval '1 second'")
                    == 50);
            assertThat(inbox()).isEmpty();
        } finally {
            Database.change("drop trigger refuse on delivery");
            Database.change("drop function refuse_digests()");
        }

        await().until(() -> inbox().size() == 1);
        assertOneMessageOf(50, 20);
    }

    @Test
    void aSingleLevelOnTimeIsToldAtOnceAndALateOneSoonAsItself() {
        Case filed = owned(1).get(0);
        OutsideWorld.topics().write(SlaEvent.TOPIC, filed.approaching("OWNER"));
        await().atMost(Duration.ofSeconds(2)).until(() -> kinds().equals(List.of("deadline-approaching")));

        OutsideWorld.topics().write(SlaEvent.TOPIC, late(List.of(filed), 1));
        await().atMost(Duration.ofSeconds(8))
                .until(() -> kinds().equals(List.of("deadline-breached", "deadline-approaching")));
        assertThat(String.valueOf(inbox().get(0).get("text"))).endsWith("（迟发 1小时 50分）");
        assertThat(String.valueOf(inbox().get(1).get("text"))).doesNotContain("迟发");
    }

    @Test
    void aBurstOnTimeIsToldOneByOneThenTogetherAndNothingIsLost() {
        List<Case> cases = owned(10);

        for (Case filed : cases) {
            OutsideWorld.topics().write(SlaEvent.TOPIC, filed.approaching("OWNER"));
        }

        await().until(() -> told() == 10);
        assertThat(kinds())
                .hasSizeBetween(3, 5)
                .contains("deadline-digest")
                .filteredOn("deadline-approaching"::equals)
                .hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void whoIsNamedIsToldAndAMoveAheadIsNobodysMessage() {
        Case filed = owned(1).get(0);
        OutsideWorld.topics()
                .write(
                        SlaEvent.TOPIC,
                        List.of(
                                filed.escalated("PRIORITY", EscalationAction.RAISE_PRIORITY),
                                filed.escalated("PLATFORM", EscalationAction.TELL)));

        await().until(() -> Service.inbox("platform", platform, "backend").size() == 1);
        assertThat(Service.inbox("platform", platform, "backend").get(0))
                .containsEntry("kind", "deadline-overdue")
                .containsEntry("complaintId", filed.id.toString());
        assertThat(Service.inbox("platform", "other", "backend")).isEmpty();
        assertThat(Service.inbox("ops", platform, "o-1"))
                .extracting(message -> message.get("kind"))
                .containsExactly("deadline-overdue");
        assertThat(Service.inbox("supervisor", platform, "s-1")).isEmpty();
    }

    @Test
    void theComplainantIsRemindedOfTheirOwnTimeOnThePhoneAndInTheirInbox() {
        Case filed = owned(1).get(0);
        OutsideWorld.topics()
                .write(
                        SlaEvent.TOPIC,
                        List.of(
                                filed.windowCloses(Duration.ofDays(1)),
                                // Noticed when it is over: nobody needs that any more.
                                filed.windowCloses(Duration.ZERO),
                                filed.windowLapsed()));

        await().until(() ->
                Service.inbox("complainant", platform, filed.complainant).size() == 3);
        assertThat(Service.inbox("complainant", platform, filed.complainant))
                .extracting(message -> message.get("kind"))
                .containsExactlyInAnyOrder("window-lapsed", "window-closing", "complaint-filed");
        await().until(() -> OutsideWorld.gateway().accepted(filed.number).size() == 3);
        assertThat(OutsideWorld.gateway().accepted(filed.number))
                .extracting(sms -> sms.path("text").asText())
                .contains("投诉 " + filed.number + " 的申诉期限将于 2026-12-01 18:00 截止，请在此之前办理。");
        assertThat(OutsideWorld.gateway().accepted(filed.number))
                .filteredOn(sms -> sms.path("template").asText().contains("WINDOW"))
                .allSatisfy(sms ->
                        assertThat(sms.path("params").path("metric").asText()).isEqualTo("申诉期限"));
        assertThat(Service.inbox("ops", platform, "o-1")).isEmpty();
    }

    @Test
    void whoWasToldOfABreachIsToldThatItDoesNotCount() {
        Case filed = owned(1).get(0);
        UUID clock = UUID.randomUUID();
        OutsideWorld.topics().write(SlaEvent.TOPIC, filed.breached("OWNER", clock, now, Duration.ZERO));
        await().until(() -> kinds().equals(List.of("deadline-breached")));

        OutsideWorld.topics()
                .write(SlaEvent.TOPIC, List.of(filed.withdrawn(UUID.randomUUID()), filed.withdrawn(clock)));

        await().until(() -> kinds().equals(List.of("breach-withdrawn", "deadline-breached")));
        await().until(() -> Service.inbox("ops", platform, "o-1").size() == 2);
        assertThat(Service.inbox("supervisor", platform, "s-1")).isEmpty();
    }

    private void assertOneMessageOf(int levels, int complaints) {
        assertThat(kinds()).containsExactly("deadline-digest");
        JsonPath message = Service.as("agent", platform, agent)
                .get("/api/v1/inbox/" + inbox().get(0).get("id"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        List<String> fired = message.getList("levels.firesAt");
        assertThat(fired).hasSize(levels).isSorted();
        assertThat(message.getList("levels.complaintId")).hasSize(levels);
        assertThat(message.getList("levels.complaintId").stream().distinct()).hasSize(complaints);
        assertThat(message.getList("levels.lateBy")).doesNotContainNull();
        assertThat(Database.column(
                        "select count(distinct message_id) || ' of ' || count(*) from delivery where platform = '"
                                + platform
                                + "' and audience = 'OWNER' and template = 'deadline-breached' and state = 'SENT'"))
                .containsExactly("1 of " + levels);
        Service.as("agent", platform, "somebody-else")
                .get("/api/v1/inbox/" + inbox().get(0).get("id"))
                .then()
                .statusCode(404);
    }

    /** Levels that fell due a minute apart and were all noticed now. */
    private List<IncomingEvent> late(List<Case> cases, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    Duration lateBy = Duration.ofMinutes(110L - i);
                    return cases.get(i % cases.size()).breached("OWNER", UUID.randomUUID(), now.minus(lateBy), lateBy);
                })
                .toList();
    }

    private List<Case> owned(int count) {
        List<Case> cases =
                IntStream.range(0, count).mapToObj(i -> new Case(platform)).toList();
        for (Case filed : cases) {
            OutsideWorld.topics().write(IntakeEvent.TOPIC, filed.filed());
            OutsideWorld.topics().write(TriageEvent.TOPIC, filed.triaged(agent));
        }
        await().until(() ->
                Database.number("select count(*) from known_case where owner is not null and number is not null"
                                + " and complaint_id in ("
                                + String.join(
                                        ",",
                                        cases.stream()
                                                .map(c -> "'" + c.id + "'")
                                                .toList())
                                + ")")
                        == count);
        return cases;
    }

    private long told() {
        return inbox().stream()
                .mapToLong(message -> message.get("levels") instanceof List<?> levels ? levels.size() : 1)
                .sum();
    }

    private List<Map<String, Object>> inbox() {
        return Service.inbox("agent", platform, agent);
    }

    private List<String> kinds() {
        return inbox().stream()
                .map(message -> String.valueOf(message.get("kind")))
                .toList();
    }
}
