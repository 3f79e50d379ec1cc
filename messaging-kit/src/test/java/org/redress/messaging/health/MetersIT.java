package org.redress.messaging.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Readiness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.infra.RedressInfra;
import org.redress.messaging.IncomingEvent;
import org.redress.messaging.Outbox;
import org.redress.messaging.OutgoingEvent;
import org.redress.messaging.Subscriptions;
import org.redress.messaging.testkit.EventFeed;

/** What a running service shows of its sending and reading. */
@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
class MetersIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final SimpleMeterRegistry kept = new SimpleMeterRegistry();

    @Inject
    MeterRegistry meters;

    @Inject
    Outbox outbox;

    @Inject
    Subscriptions subscriptions;

    @Inject
    @Readiness
    MessagingReadiness readiness;

    @BeforeEach
    void keepFigures() {
        // The kit brings no registry; a service does. Without one nothing is counted.
        ((CompositeMeterRegistry) meters).add(kept);
    }

    @AfterEach
    void forgetFigures() {
        ((CompositeMeterRegistry) meters).remove(kept);
    }

    @Test
    void eachSentEventIsTimedOnce() {
        long before = sent();
        QuarkusTransaction.requiringNew().run(() -> {
            for (int i = 0; i < 3; i++) {
                outbox.append(new OutgoingEvent(
                        "org.example.book-borrowed.v1",
                        UUID.randomUUID().toString(),
                        "town",
                        "{}".getBytes(StandardCharsets.UTF_8)));
            }
        });

        await().atMost(PATIENCE).until(() -> sent() >= before + 3);
        assertThat(kept.get("relay.lateness").timer().max(TimeUnit.SECONDS)).isLessThan(30);
    }

    @Test
    void lagGrowsWhileAHandlerIsStuckAndGoesBackToZero() throws Exception {
        String topic = "lag-" + UUID.randomUUID();
        try (var admin = Admin.create(Map.of("bootstrap.servers", RedressInfra.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
        var goOn = new CountDownLatch(1);
        subscriptions.subscribe(topic, event -> {
            if (event.sequence() == 250) {
                goOn.await();
            }
        });
        try (var feed = new EventFeed(RedressInfra.bootstrapServers(), topic)) {
            for (int n = 1; n <= 600; n++) {
                feed.send(List.of(event(n)));
            }
        }
        try {
            await().atMost(PATIENCE).until(() -> lag(topic) > 0);
            assertThat(readiness.call().getStatus()).isEqualTo(Status.UP);
            assertThat(readiness.call().getData().orElseThrow())
                    .containsEntry("partitions of " + topic, 1L)
                    .containsEntry("broker", "reachable");
        } finally {
            goOn.countDown();
        }
        await().atMost(PATIENCE).until(() -> lag(topic) == 0);
    }

    private long sent() {
        return kept.get("relay.lateness").timer().count();
    }

    private double lag(String topic) {
        return kept.get("consumer.lag").tag("topic", topic).gauge().value();
    }

    private static IncomingEvent event(long sequence) {
        return new IncomingEvent(
                UUID.randomUUID(),
                "/redress/elsewhere",
                "org.example.book-borrowed.v1",
                "book",
                "town",
                sequence,
                Instant.now(),
                "{}".getBytes(StandardCharsets.UTF_8));
    }
}
