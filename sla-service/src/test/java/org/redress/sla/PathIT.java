package org.redress.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.contract.Severity;
import org.redress.contract.intake.ComplaintFiled;
import org.redress.contract.intake.IntakeEvent;
import org.redress.contract.triage.TriageEvent;
import org.redress.infra.KafkaTopics;
import org.redress.infra.RedressInfra;
import org.redress.messaging.IncomingEvent;
import org.redress.messaging.envelope.EnvelopeCodec;
import org.redress.service.id.Ids;

/** The way from the topics to the clocks, on a real broker: doubled, shuffled and poisoned. */
@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
class PathIT {
    @Inject
    SlaFixture sla;

    @BeforeEach
    void topics() {
        KafkaTopics.ensure(RedressInfra.bootstrapServers(), 8, IntakeEvent.TOPIC, TriageEvent.TOPIC);
    }

    @Test
    void doubledAndShuffledRecordsGiveEachComplaintOneSetOfClocks() throws Exception {
        String platform = SlaFixture.newPlatform();
        SlaFixture.activate(platform, "RESOLUTION", "PT24H", "").statusCode(201);
        List<CaseScript> complaints =
                IntStream.range(0, 100).mapToObj(i -> new CaseScript(platform)).toList();
        Instant at = sla.now();
        var records = new ArrayList<IncomingEvent>();
        for (CaseScript complaint : complaints) {
            records.add(complaint.filed(at));
            records.add(complaint.triaged(Severity.URGENT, 1, at.plusSeconds(1)));
        }
        records.addAll(List.copyOf(records));
        Collections.shuffle(records, new Random(20261122));

        send(records);

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(sla.count(
                                "select count(*) from case_event e join complaint c using (complaint_id)"
                                        + " where c.platform = ?",
                                platform))
                        .isEqualTo(200));
        assertThat(sla.count("select count(*) from clock where platform = ?", platform))
                .isEqualTo(100);
        assertThat(sla.count(
                        "select count(*) from outbox where platform = ? and type = 'org.redress.clock-started.v1'",
                        platform))
                .isEqualTo(100);
    }

    @Test
    void poisonIsParkedWithAReasonAndTheGoodOnesGoOn() throws Exception {
        String platform = "kamen";
        var before = new CaseScript(platform);
        var after = new CaseScript(platform);
        List<IncomingEvent> poison = List.of(
                poison(platform, ComplaintFiled.TYPE, "not JSON"),
                poison(platform, ComplaintFiled.TYPE, "{\"complaintId\": 7}"),
                poison(platform, ComplaintFiled.TYPE, "[" + "1,".repeat(500_000) + "1]"),
                before.triagedFor("huijin", sla.now()));
        long parkedBefore = parked(platform) + parked("huijin");

        send(List.of(before.filed(sla.now())));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        SlaFixture.clocks("ops", platform, "ops-1", before.id).statusCode(200));
        send(poison);
        send(List.of(poison(platform, "org.redress.complaint-filed.v2", "{\"future\": true}")));
        send(List.of(after.filed(sla.now())));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        SlaFixture.clocks("ops", platform, "ops-1", after.id).statusCode(200));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(parked(platform) + parked("huijin") - parkedBefore)
                        .isEqualTo(4));
    }

    private static long parked(String platform) {
        List<Object> items = SlaFixture.as("ops", platform, "ops-1")
                .get("/api/v1/sla/parked-records?limit=100")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
        return items.size();
    }

    private static IncomingEvent poison(String platform, String type, String data) {
        String subject = Ids.next().toString();
        return new IncomingEvent(
                Ids.next(),
                IntakeEvent.SOURCE,
                type,
                subject,
                platform,
                1,
                Instant.now(),
                data.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(List<IncomingEvent> events) throws Exception {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", RedressInfra.bootstrapServers(), "max.request.size", 4 * 1024 * 1024);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (IncomingEvent event : events) {
                boolean fromIntake = event.source().equals(IntakeEvent.SOURCE);
                producer.send(EnvelopeCodec.write(fromIntake ? IntakeEvent.TOPIC : TriageEvent.TOPIC, event))
                        .get();
            }
        }
    }
}
