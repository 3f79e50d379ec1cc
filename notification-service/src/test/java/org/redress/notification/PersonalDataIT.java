package org.redress.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.redress.contract.intake.IntakeEvent;
import org.redress.contract.notification.NotificationEvent;
import org.redress.contract.notification.NotificationFailed;
import org.redress.contract.notification.NotificationSent;
import org.redress.infra.RedressInfra;
import org.redress.messaging.IncomingEvent;
import org.redress.messaging.envelope.EnvelopeCodec;
import org.redress.notification.outside.Case;
import org.redress.notification.outside.Database;
import org.redress.notification.outside.FakeGateway.Fault;
import org.redress.notification.outside.FakeIntake;
import org.redress.notification.outside.OutsideWorld;
import org.redress.notification.outside.Service;

@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = OutsideWorld.class, scope = TestResourceScope.GLOBAL)
class PersonalDataIT {
    private final LogCapture log = new LogCapture();

    private static final class LogCapture extends Handler {
        private final Queue<String> lines = new ConcurrentLinkedQueue<>();
        private final ExtFormatter formatter = new PatternFormatter("%c %s%e");

        @Override
        public void publish(LogRecord line) {
            lines.add(formatter.format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @AfterEach
    void behaveAgain() {
        Logger.getLogger("").removeHandler(log);
        OutsideWorld.gateway().behave();
    }

    @Test
    void thePhoneIsNowhereButAtTheGateway() {
        Logger.getLogger("").addHandler(log);
        Case sent = new Case("qihui");
        Case failed = new Case("qihui");
        OutsideWorld.gateway().plan(sent.number, Fault.CUT_AFTER, 1);
        OutsideWorld.gateway().plan(failed.number, Fault.REFUSE, 1);

        OutsideWorld.topics().write(IntakeEvent.TOPIC, List.of(sent.filed(), failed.filed()));
        await().until(() -> Service.smsState(sent).equals("SENT"));
        await().until(() -> Service.smsState(failed).equals("FAILED"));
        List<NotificationEvent> events = new ArrayList<>();
        List<String> raw = new ArrayList<>();
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            readTopic(events, raw);
            return events.stream().anyMatch(event -> isSmsOf(sent.id, event))
                    && events.stream().anyMatch(event -> isFailureOf(failed.id, event));
        });

        assertThat(OutsideWorld.gateway().accepted(sent.number)).hasSize(1);
        for (Case filed : List.of(sent, failed)) {
            String digits = FakeIntake.phone(filed.id).substring(3);
            assertThat(raw).noneMatch(text -> text.contains(digits));
            assertThat(log.lines).isNotEmpty().noneMatch(line -> line.contains(digits));
            assertThat(everyRow()).isNotEmpty().noneMatch(row -> row.contains(digits));
            assertThat(given().get("/q/metrics").asString())
                    .contains("redress_notifications_ended_total")
                    .doesNotContain(digits);
        }
    }

    private static boolean isSmsOf(UUID complaintId, NotificationEvent event) {
        return event instanceof NotificationSent sent
                && sent.complaintId().equals(complaintId)
                && sent.channel().name().equals("SMS")
                && sent.recipient().equals("complainant");
    }

    private static boolean isFailureOf(UUID complaintId, NotificationEvent event) {
        return event instanceof NotificationFailed failed
                && failed.complaintId().equals(complaintId)
                && failed.reason().equals("REFUSED: gateway answered 422");
    }

    private static List<String> everyRow() {
        List<String> rows = new ArrayList<>();
        for (String table : Database.column("select quote_ident(table_name) from information_schema.tables"
                + " where table_schema = 'public' and table_type = 'BASE TABLE'")) {
            rows.addAll(Database.column("select t::text from " + table + " t"));
        }
        for (String payload : Database.column("select convert_from(payload, 'UTF8') from outbox")) {
            rows.add(payload);
        }
        return rows;
    }

    private static void readTopic(List<NotificationEvent> events, List<String> raw) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", RedressInfra.bootstrapServers(), "max.poll.records", 100_000),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(NotificationEvent.TOPIC).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            events.clear();
            for (var found : consumer.poll(Duration.ofSeconds(2))) {
                IncomingEvent event = EnvelopeCodec.read(found);
                events.add(NotificationEvent.read(event.type(), event.data()));
                raw.add(new String(event.data(), java.nio.charset.StandardCharsets.UTF_8));
            }
        }
    }
}
