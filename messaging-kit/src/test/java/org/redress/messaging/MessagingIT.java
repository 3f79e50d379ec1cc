package org.redress.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.redress.infra.RedressInfra;

/** The way of an event from one service's transaction to another's, on a real broker and a real database. */
@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
class MessagingIT {
    private static final Map<String, List<Long>> SEEN = new ConcurrentHashMap<>();

    @Inject
    Outbox outbox;

    @Inject
    Subscriptions subscriptions;

    private static boolean subscribed;

    @Test
    void committedEventsArriveInOrderAndOnce() {
        subscribe();
        String book = UUID.randomUUID().toString();

        QuarkusTransaction.requiringNew().run(() -> outbox.append(borrowed(book, 3)));
        QuarkusTransaction.requiringNew().run(() -> outbox.append(borrowed(book, 2)));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(SEEN.get(book))
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(1, 5).boxed().toList()));
    }

    @Test
    void rollbackSendsNothing() {
        subscribe();
        String dropped = UUID.randomUUID().toString();
        String marker = UUID.randomUUID().toString();

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    outbox.append(borrowed(dropped, 1));
                    throw new IllegalArgumentException("planned");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        QuarkusTransaction.requiringNew().run(() -> outbox.append(borrowed(marker, 1)));

        await().atMost(Duration.ofSeconds(30)).until(() -> SEEN.containsKey(marker));
        assertThat(SEEN).doesNotContainKey(dropped);
    }

    @Test
    void appendNeedsATransaction() {
        assertThatThrownBy(() -> outbox.append(borrowed("b", 1))).isInstanceOf(IllegalStateException.class);
    }

    private void subscribe() {
        if (!subscribed) {
            subscribed = true;
            subscriptions.subscribe(
                    "book-events",
                    event -> SEEN.computeIfAbsent(event.subject(), s -> new CopyOnWriteArrayList<>())
                            .add(event.sequence()));
        }
    }

    private static List<OutgoingEvent> borrowed(String book, int times) {
        return IntStream.range(0, times)
                .mapToObj(i -> new OutgoingEvent(
                        "org.example.book-borrowed.v1",
                        book,
                        "town",
                        ("{\"n\":" + i + "}").getBytes(StandardCharsets.UTF_8)))
                .toList();
    }
}
