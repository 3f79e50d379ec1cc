package org.redress.system.deadlines;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Something that happened to a complaint, as its producer tells it.
 *
 * @param topic of the producer
 * @param type the wire name
 * @param sequence rising per complaint and producer
 * @param data JSON
 */
record Happening(
        String topic, String type, UUID id, UUID complaint, String platform, long sequence, Instant at, String data) {

    private static final Map<String, String> SOURCES =
            Map.of("complaint-events", "/redress/intake", "triage-events", "/redress/triage");

    /** The record on the topic; each call gives a new one with the same event id. */
    ProducerRecord<String, byte[]> written() {
        var written = new ProducerRecord<>(topic, complaint.toString(), data.getBytes(StandardCharsets.UTF_8));
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", id.toString(),
                        "ce_source", SOURCES.get(topic),
                        "ce_type", type,
                        "ce_subject", complaint.toString(),
                        "ce_time", at.toString(),
                        "ce_platform", platform,
                        "ce_sequence", Long.toString(sequence),
                        "content-type", "application/json")
                .forEach((name, value) -> written.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return written;
    }
}
