package org.redress.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** Records that nobody can read are set aside where ops sees them, and the readable ones go on. */
class PoisonST {
    private static final Duration SOON = Duration.ofSeconds(30);

    /** Who reads a topic, by the path of its parked records. */
    private static final Map<String, List<String>> READERS = Map.of(
            "complaint-events", List.of("triage", "sla", "notifications"),
            "triage-events", List.of("complaints", "sla", "notifications"),
            "sla-events", List.of("complaints", "triage", "notifications"));

    private final Client client = RunningSystem.client();

    @Test
    void poisonOnEachTopicIsParkedWithAReasonAndTheGoodOnesGoOn() {
        String mark = "poison-" + UUID.randomUUID();
        READERS.keySet().forEach(topic -> poison(topic, mark));

        String me = "u-" + UUID.randomUUID();
        String token = client.token("complainant", "qihui", me);
        var filed = client.post("/api/v1/complaints", token, Client.complaint("qihui", me, "点卡没有到账"));
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () -> assertThat(client.items("/api/v1/inbox", token)).hasSize(1));
        String ops = client.token("ops", "qihui", "ops-1");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(client.get("/api/v1/sla/complaints/" + filed.text("id"), ops)
                                .body()
                                .path("clocks"))
                        .isNotEmpty());

        READERS.forEach((topic, readers) ->
                readers.forEach(reader -> await().atMost(SOON).untilAsserted(() -> {
                    var parked = client.items("/api/v1/" + reader + "/parked-records", ops).stream()
                            .filter(record -> record.path("topic").asText().equals(topic))
                            .toList();
                    assertThat(parked)
                            .as(reader + " of " + topic)
                            .extracting(record -> record.path("subject").asText())
                            .contains(mark + "-text", mark + "-schema", mark + "-large");
                    // Of a record without a value nothing is believed, not even whom its headers name.
                    assertThat(parked)
                            .extracting(record -> record.path("reason").asText())
                            .doesNotContain("")
                            .anyMatch(reason -> reason.contains("empty"));
                })));
    }

    private void poison(String topic, String mark) {
        String type = switch (topic) {
            case "complaint-events" -> "org.redress.complaint-filed.v";
            case "triage-events" -> "org.redress.complaint-triaged.v";
            default -> "org.redress.clock-started.v";
        };
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", RunningSystem.redress().bootstrapServers(), "max.request.size", 2_000_000),
                new StringSerializer(),
                new ByteArraySerializer())) {
            var records = new ArrayList<ProducerRecord<String, byte[]>>();
            records.add(record(topic, mark + "-empty", type + "1", new byte[0]));
            records.add(record(topic, mark + "-text", type + "1", bytes("not JSON")));
            records.add(record(topic, mark + "-schema", type + "1", bytes("{\"complaintId\": 7}")));
            records.add(record(topic, mark + "-future", type + "99", bytes("{\"new\": true}")));
            records.add(record(topic, mark + "-large", type + "1", bytes("[" + "7,".repeat(500_000) + "7]")));
            for (var record : records) {
                producer.send(record).get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("the broker took no poison", e);
        }
    }

    private static ProducerRecord<String, byte[]> record(String topic, String key, String type, byte[] data) {
        var record = new ProducerRecord<>(topic, key, data);
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", UUID.randomUUID().toString(),
                        "ce_source", "/redress/nobody",
                        "ce_type", type,
                        "ce_subject", key,
                        "ce_time", "2026-11-22T00:00:00Z",
                        "ce_platform", "qihui",
                        "ce_sequence", "1",
                        "content-type", "application/json")
                .forEach((name, value) -> record.headers().add(name, bytes(value)));
        return record;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
