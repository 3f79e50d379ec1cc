package org.redress.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.redress.contract.ContractEvent;
import org.redress.contract.sla.SlaEvent;
import org.redress.contract.triage.TriageEvent;
import org.redress.infra.KafkaTopics;
import org.redress.infra.RedressInfra;
import org.redress.messaging.IncomingEvent;
import org.redress.messaging.envelope.EnvelopeCodec;

/** The other services: they write their topics and read ours, over the real broker. */
public final class Others implements AutoCloseable {
    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", RedressInfra.bootstrapServers(), "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());

    /** Makes the topics that the other services would make. */
    public Others() {
        KafkaTopics.ensure(RedressInfra.bootstrapServers(), 4, TriageEvent.TOPIC, SlaEvent.TOPIC);
    }

    /** Publishes an event of another service about a complaint. */
    public UUID tell(String topic, String source, String platform, String subject, long sequence, ContractEvent event) {
        var envelope = new IncomingEvent(
                UUID.randomUUID(), source, event.type(), subject, platform, sequence, Instant.now(), event.data());
        send(EnvelopeCodec.write(topic, envelope));
        return envelope.id();
    }

    /** Publishes the same envelope again, as a relay may. */
    public void tellAgain(String topic, IncomingEvent envelope) {
        send(EnvelopeCodec.write(topic, envelope));
    }

    /** Publishes bytes that are no event. */
    public void poison(String topic, String key, byte[] value) {
        send(new ProducerRecord<>(topic, key, value));
    }

    private void send(ProducerRecord<String, byte[]> message) {
        try {
            producer.send(message).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every record of a topic that has that key, from the beginning. */
    public static List<ConsumerRecord<byte[], byte[]>> read(String topic, String key) {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", RedressInfra.bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                for (ConsumerRecord<byte[], byte[]> message : consumer.poll(Duration.ofMillis(200))) {
                    if (message.key() != null
                            && key.equals(new String(message.key(), java.nio.charset.StandardCharsets.UTF_8))) {
                        found.add(message);
                    }
                }
            }
            return found;
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
