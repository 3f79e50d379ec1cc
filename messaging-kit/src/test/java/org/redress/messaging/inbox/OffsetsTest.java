package org.redress.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OffsetsTest {
    private static final TopicPartition FIRST = new TopicPartition("books", 0);
    private static final TopicPartition SECOND = new TopicPartition("books", 1);

    private final List<KafkaException> warnings = new ArrayList<>();
    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    private final AtomicBoolean refused = new AtomicBoolean();

    @BeforeEach
    void read() {
        consumer.assign(List.of(FIRST, SECOND));
    }

    @Test
    void refusedOffsetsWaitAndAreCommittedLater() {
        Offsets offsets = offsets(Duration.ofMinutes(1));
        refused.set(true);
        offsets.done(List.of(read(FIRST, 4), read(FIRST, 5)));
        offsets.commit(consumer);
        assertThat(offsets.waiting()).isTrue();
        assertThat(consumer.committed(Set.of(FIRST))).isEmpty();

        refused.set(false);
        offsets.done(List.of(read(SECOND, 7)));
        offsets.commit(consumer);

        assertThat(offsets.waiting()).isFalse();
        assertThat(consumer.committed(Set.of(FIRST, SECOND)))
                .containsEntry(FIRST, new OffsetAndMetadata(6))
                .containsEntry(SECOND, new OffsetAndMetadata(8));
    }

    @Test
    void aPartitionThatMovedIsNotCommitted() {
        Offsets offsets = offsets(Duration.ofMinutes(1));
        offsets.done(List.of(read(FIRST, 4), read(SECOND, 7)));

        offsets.forget(List.of(FIRST));
        offsets.commit(consumer);

        assertThat(consumer.committed(Set.of(FIRST, SECOND))).containsOnlyKeys(SECOND);
    }

    @Test
    void whyTheyAreRefusedIsToldOnceForAWhile() {
        Offsets offsets = offsets(Duration.ofMinutes(1));
        refused.set(true);
        offsets.done(List.of(read(FIRST, 4)));

        for (int i = 0; i < 10; i++) {
            offsets.commit(consumer);
        }

        assertThat(warnings).singleElement().isInstanceOf(TimeoutException.class);
    }

    @Test
    void whyTheyAreRefusedIsToldAgainAfterAWhile() {
        Offsets offsets = offsets(Duration.ofNanos(-1));
        refused.set(true);
        offsets.done(List.of(read(FIRST, 4)));

        offsets.commit(consumer);
        offsets.commit(consumer);

        assertThat(warnings).hasSize(2);
    }

    private Offsets offsets(Duration betweenWarnings) {
        return new Offsets(
                "books",
                point -> {
                    if (refused.get()) {
                        throw new TimeoutException("the broker is away");
                    }
                },
                betweenWarnings,
                warnings::add);
    }

    private static Received read(TopicPartition partition, long offset) {
        return Received.of(
                new ConsumerRecord<>(partition.topic(), partition.partition(), offset, new byte[0], new byte[0]));
    }
}
