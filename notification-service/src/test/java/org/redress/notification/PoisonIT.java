package org.redress.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.redress.contract.intake.IntakeEvent;
import org.redress.contract.sla.SlaEvent;
import org.redress.contract.triage.TriageEvent;
import org.redress.infra.RedressInfra;
import org.redress.messaging.IncomingEvent;
import org.redress.messaging.envelope.EnvelopeCodec;
import org.redress.notification.outside.Case;
import org.redress.notification.outside.Database;
import org.redress.notification.outside.OutsideWorld;
import org.redress.notification.outside.Service;
import org.redress.service.id.Ids;

@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = OutsideWorld.class, scope = TestResourceScope.GLOBAL)
class PoisonIT {
    private static final Map<String, String> TYPES = Map.of(
            IntakeEvent.TOPIC, "org.redress.complaint-filed.v1",
            TriageEvent.TOPIC, "org.redress.complaint-assigned.v1",
            SlaEvent.TOPIC, "org.redress.deadline-breached.v1");

    private final String platform = "p-" + UUID.randomUUID();

    @Test
    void poisonOnEachTopicIsParkedWithAReasonAndTheGoodOnesGoOn() {
        List<UUID> parked = new ArrayList<>();
        TYPES.forEach((topic, type) -> {
            OutsideWorld.topics().write(new ProducerRecord<>(topic, platform, new byte[0]));
            parked.add(write(topic, type, "not JSON"));
            parked.add(write(topic, type, "{\"complaintId\":\"no uuid\"}"));
            parked.add(write(topic, type.replace(".v1", ".v2"), "{}"));
            parked.add(write(topic, type, "[" + " ".repeat(900_000) + "]"));
        });
        UUID passing = write(IntakeEvent.TOPIC, "org.redress.something-new.v1", "{}");
        Case good = new Case(platform);
        OutsideWorld.topics().write(IntakeEvent.TOPIC, good.filed());

        await().until(() -> Service.smsState(good).equals("SENT"));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(eventIds())
                        .containsAll(parked.stream().map(UUID::toString).toList())
                        .doesNotContain(passing.toString()));
        assertThat(records()).allSatisfy(found -> {
            assertThat(String.valueOf(found.get("reason"))).isNotBlank();
            assertThat(found).doesNotContainKey("payload");
        });
        assertThat(Database.number("select count(distinct topic) from parked_record where event_id is null"))
                .isEqualTo(3);
    }

    @Test
    void opsOfTheTenantMayReplayOrDiscardAndNobodyElse() {
        UUID event = write(SlaEvent.TOPIC, "org.redress.deadline-breached.v1", "{}");
        await().until(() -> eventIds().contains(event.toString()));
        String id = records().stream()
                .filter(found -> event.toString().equals(found.get("eventId")))
                .map(found -> String.valueOf(found.get("id")))
                .findFirst()
                .orElseThrow();
        String path = "/api/v1/notifications/parked-records/" + id;

        Service.as("agent", platform, "a")
                .get("/api/v1/notifications/parked-records")
                .then()
                .statusCode(403);
        Service.as("ops", "other", "o").post(path + "/replays").then().statusCode(404);
        Service.as("ops", platform, "o").post(path + "/replays").then().statusCode(409);
        discard("other", path, "{\"reason\":\"x\"}", 404);
        discard(platform, path, "{}", 422);
        discard(platform, path, "{\"reason\":\"a test's poison\"}", 204);
        discard(platform, path, "{\"reason\":\"again\"}", 404);
        assertThat(eventIds()).doesNotContain(event.toString());
    }

    @Test
    void aComplaintOfAnotherPlatformIsNeverWrittenTo() {
        Case mine = new Case(platform);
        OutsideWorld.topics().write(IntakeEvent.TOPIC, mine.filed());
        await().until(() -> Service.smsState(mine).equals("SENT"));
        IncomingEvent breach = mine.breached("OWNER");
        IncomingEvent foreign = new IncomingEvent(
                breach.id(),
                breach.source(),
                breach.type(),
                breach.subject(),
                "p-evil",
                9,
                breach.time(),
                breach.data());

        OutsideWorld.topics().write(SlaEvent.TOPIC, foreign);

        await().until(() ->
                Database.number("select count(*) from parked_record where event_id = '" + breach.id() + "'") == 1);
        assertThat(Service.inbox("ops", "p-evil", "o")).isEmpty();
        assertThat(Service.inbox("ops", platform, "o")).isEmpty();
    }

    private UUID write(String topic, String type, String data) {
        UUID id = Ids.next();
        OutsideWorld.topics()
                .write(EnvelopeCodec.write(
                        topic,
                        new IncomingEvent(
                                id,
                                "/redress/poison",
                                type,
                                Ids.next().toString(),
                                platform,
                                1,
                                Instant.parse("2026-11-22T00:00:00Z"),
                                data.getBytes(StandardCharsets.UTF_8))));
        return id;
    }

    private static void discard(String platform, String path, String body, int status) {
        Service.as("ops", platform, "o")
                .contentType("application/json")
                .body(body)
                .post(path + "/discards")
                .then()
                .statusCode(status);
    }

    private List<String> eventIds() {
        return records().stream()
                .map(found -> String.valueOf(found.get("eventId")))
                .toList();
    }

    private List<Map<String, Object>> records() {
        return Service.as("ops", platform, "o")
                .queryParam("limit", 100)
                .get("/api/v1/notifications/parked-records")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items");
    }
}
