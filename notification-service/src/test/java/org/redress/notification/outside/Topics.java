package org.redress.notification.outside;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.redress.contract.intake.IntakeEvent;
import org.redress.contract.sla.SlaEvent;
import org.redress.contract.triage.TriageEvent;
import org.redress.infra.KafkaTopics;
import org.redress.messaging.IncomingEvent;
import org.redress.messaging.envelope.EnvelopeCodec;

/** Writes to the topics of intake, triage and sla as they would. */
public final class Topics {
    private final KafkaProducer<String, byte[]> producer;

    Topics(String bootstrapServers) {
        KafkaTopics.ensure(bootstrapServers, 4, IntakeEvent.TOPIC, TriageEvent.TOPIC, SlaEvent.TOPIC);
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "linger.ms", "5"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Writes events in this order and waits until the broker has them. */
    public void write(String topic, List<IncomingEvent> events) {
        List<Future<?>> writes = new ArrayList<>();
        events.forEach(event -> writes.add(producer.send(EnvelopeCodec.write(topic, event))));
        writes.forEach(Topics::done);
    }

    /** Writes one event. */
    public void write(String topic, IncomingEvent event) {
        write(topic, List.of(event));
    }

    /** Writes whatever it is given. */
    public void write(ProducerRecord<String, byte[]> poison) {
        done(producer.send(poison));
    }

    private static void done(Future<?> write) {
        try {
            write.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
