package org.redress.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;
import org.redress.infra.RedressInfra;
import org.redress.messaging.testkit.MessagingSettings;

/** The topic that a service makes for its events. */
class OwnTopicIT {
    @Test
    void recordsOfANodeWhoseClockIsHoursAheadAreTakenAndDatedByTheBroker() throws Exception {
        String name = "own-" + UUID.randomUUID();
        var config = MessagingSettings.of(RedressInfra.bootstrapServers(), "library", Map.of("topic", name));
        var clients = new BrokerClients(config);
        assertThat(new OwnTopic(name, config.ownTopic(), clients).ensure()).isTrue();

        Instant now = Instant.now();
        assertThat(send(clients, name, now.plus(Duration.ofHours(3))))
                .isBetween(now.minusSeconds(60), now.plusSeconds(60));
    }

    /** The time under which the broker keeps a record that says it is of that time. */
    private static Instant send(BrokerClients clients, String topic, Instant at)
            throws ExecutionException, InterruptedException {
        try (var producer = clients.producer()) {
            RecordMetadata kept = producer.send(
                            new ProducerRecord<>(topic, null, at.toEpochMilli(), "book-1", new byte[] {1}))
                    .get();
            return Instant.ofEpochMilli(kept.timestamp());
        }
    }
}
