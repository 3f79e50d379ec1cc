package org.redress.triage;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.redress.contract.Actor;
import org.redress.contract.ActorRole;
import org.redress.contract.Category;
import org.redress.contract.ContractEvent;
import org.redress.contract.Tier;
import org.redress.contract.intake.Channel;
import org.redress.contract.intake.ComplaintFiled;
import org.redress.contract.sla.ClockEnded;
import org.redress.contract.sla.ClockOutcome;
import org.redress.contract.sla.ClockStarted;
import org.redress.contract.sla.ComplaintEscalated;
import org.redress.contract.sla.EscalationAction;
import org.redress.contract.sla.LevelKind;
import org.redress.contract.sla.Metric;
import org.redress.contract.sla.TargetUnit;
import org.redress.contract.triage.TriageEvent;
import org.redress.infra.KafkaTopics;
import org.redress.infra.RedressInfra;
import org.redress.messaging.IncomingEvent;
import org.redress.messaging.envelope.EnvelopeCodec;

/** The topics as the other services use them: writes their events, reads triage's. */
final class Wire {

    private static final KafkaProducer<String, byte[]> PRODUCER = new KafkaProducer<>(
            Map.of("bootstrap.servers", RedressInfra.bootstrapServers(), "acks", "all", "max.block.ms", "5000"),
            new StringSerializer(),
            new ByteArraySerializer());
    private static final Map<String, AtomicLong> SEQUENCES = new ConcurrentHashMap<>();

    static {
        // As the services that own them do at their start.
        KafkaTopics.ensure(RedressInfra.bootstrapServers(), 8, "complaint-events", "sla-events");
    }

    static final Actor COMPLAINANT = new Actor(ActorRole.COMPLAINANT, "u-1");

    private Wire() {}

    static ComplaintFiled filed(String platform, String text) {
        return filed(platform, text, null, Instant.now());
    }

    /** A filing about an order of its own. */
    static ComplaintFiled filed(String platform, String text, @Nullable Category category, Instant at) {
        return filed(platform, text, category, "u-1", "QH-" + UUID.randomUUID(), at);
    }

    static ComplaintFiled filed(
            String platform, String text, @Nullable Category category, String who, String orderNo, Instant at) {
        return new ComplaintFiled(
                UUID.randomUUID(),
                "QH-1",
                platform,
                orderNo,
                category,
                text,
                null,
                List.of(),
                "100.00",
                "CNY",
                Channel.APP,
                null,
                null,
                null,
                null,
                who,
                null,
                at);
    }

    static ComplaintEscalated escalated(UUID complaint, Tier tier) {
        Instant now = Instant.now();
        return new ComplaintEscalated(
                complaint,
                UUID.randomUUID(),
                Metric.RESOLUTION,
                1,
                2,
                LevelKind.ESCALATION,
                "SENIOR_TIER",
                now,
                now,
                now,
                Duration.ZERO,
                tier,
                EscalationAction.REASSIGN);
    }

    /** A level of a clock that moves the complaint ahead in its queue. */
    static ComplaintEscalated raised(UUID complaint, UUID clock, int level) {
        Instant now = Instant.now();
        return new ComplaintEscalated(
                complaint,
                clock,
                Metric.RESOLUTION,
                1,
                level,
                LevelKind.ESCALATION,
                "PRIORITY",
                now,
                now,
                now,
                Duration.ZERO,
                null,
                EscalationAction.RAISE_PRIORITY);
    }

    static ClockStarted started(UUID complaint, UUID clock, Metric metric, Instant dueAt) {
        return new ClockStarted(
                complaint, clock, metric, 1, 0, 1, "PT1H", TargetUnit.ELAPSED, dueAt.minusSeconds(3600), dueAt);
    }

    static ClockEnded ended(UUID complaint, UUID clock, Metric metric, Instant dueAt) {
        return new ClockEnded(complaint, clock, metric, 1, ClockOutcome.MET, dueAt, Instant.now());
    }

    /** Something that happens at intake after the filing. */
    static IncomingEvent happen(ComplaintFiled filed, ContractEvent event) {
        IncomingEvent sent = envelope("/redress/intake", filed.complaintId(), filed.platform(), event);
        send("complaint-events", sent);
        return sent;
    }

    /** The same fact under another event id, as after a loss of the inbox. */
    static IncomingEvent again(IncomingEvent event) {
        return new IncomingEvent(
                UUID.randomUUID(),
                event.source(),
                event.type(),
                event.subject(),
                event.platform(),
                event.sequence(),
                event.time(),
                event.data());
    }

    static void tell(String platform, UUID complaint, ContractEvent event) {
        send("sla-events", envelope("/redress/sla", complaint, platform, event));
    }

    static IncomingEvent envelope(String source, UUID complaint, String platform, ContractEvent event) {
        long sequence = SEQUENCES
                .computeIfAbsent(source + complaint, key -> new AtomicLong())
                .incrementAndGet();
        return new IncomingEvent(
                UUID.randomUUID(),
                source,
                event.type(),
                complaint.toString(),
                platform,
                sequence,
                Instant.now(),
                event.data());
    }

    static IncomingEvent file(ComplaintFiled filed) {
        IncomingEvent event = envelope("/redress/intake", filed.complaintId(), filed.platform(), filed);
        send("complaint-events", event);
        return event;
    }

    static IncomingEvent escalate(String platform, UUID complaint, Tier tier) {
        IncomingEvent event = envelope("/redress/sla", complaint, platform, escalated(complaint, tier));
        send("sla-events", event);
        return event;
    }

    static void send(String topic, IncomingEvent event) {
        send(EnvelopeCodec.write(topic, event));
    }

    static void send(ProducerRecord<String, byte[]> message) {
        try {
            PRODUCER.send(message).get(10, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the broker does not take records", e);
        }
    }

    static void sendRaw(String topic, String type, byte[] value) {
        var message =
                new ProducerRecord<String, byte[]>(topic, UUID.randomUUID().toString(), value);
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", UUID.randomUUID().toString(),
                        "ce_source", "/redress/intake",
                        "ce_type", type,
                        "ce_subject", message.key(),
                        "ce_time", Instant.now().toString(),
                        "ce_platform", "huijin",
                        "ce_sequence", "1",
                        "content-type", "application/json")
                .forEach((name, text) -> message.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        send(message);
    }

    /** All of triage's events of a complaint that are on the topic now, in order. */
    static List<TriageEvent> published(UUID complaint) {
        return published().getOrDefault(complaint.toString(), List.of());
    }

    static <T> List<T> published(UUID complaint, Class<T> kind) {
        return of(kind, published(complaint));
    }

    static <T> List<T> of(Class<T> kind, List<TriageEvent> events) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** All of triage's events that are on the topic now, by complaint. */
    static Map<String, List<TriageEvent>> published() {
        Map<String, List<TriageEvent>> events = new HashMap<>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", RedressInfra.bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(TriageEvent.TOPIC).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(message -> {
                    IncomingEvent event = EnvelopeCodec.read(message);
                    events.computeIfAbsent(event.subject(), subject -> new ArrayList<>())
                            .add(TriageEvent.read(event.type(), event.data()));
                });
            }
        }
        return events;
    }
}
