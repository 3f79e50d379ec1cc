package org.redress.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.redress.infra.RedressInfra;
import org.redress.messaging.EventHandler;
import org.redress.messaging.IncomingEvent;
import org.redress.messaging.inbox.FailurePoints.Point;
import org.redress.messaging.testkit.EventFeed;

/** A handler of single events whose events share a transaction takes their locks first. */
@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
class LocksFirstIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    Library library;

    /** What one transaction locked first and then handled. */
    private record Together(List<UUID> locked, List<UUID> handled) {}

    /** Used by the reading thread alone, but for the finished ones. */
    private static final class Noting implements EventHandler {
        private final EventHandler effect;
        private final List<Together> finished = new CopyOnWriteArrayList<>();
        private Together current = new Together(new ArrayList<>(), new ArrayList<>());

        Noting(EventHandler effect) {
            this.effect = effect;
        }

        @Override
        public void lockFirst(List<IncomingEvent> events) {
            assertThat(current.handled()).isEmpty();
            events.forEach(event -> current.locked().add(event.id()));
        }

        @Override
        public void handle(IncomingEvent event) throws Exception {
            current.handled().add(event.id());
            effect.handle(event);
        }

        void finish() {
            finished.add(current);
            current = new Together(new ArrayList<>(), new ArrayList<>());
        }
    }

    @Test
    void ofAllEventsOfTheTransactionAndOfNoneThatWasHandledBefore() {
        String topic = Library.newTopic(1, Map.of());
        var events = Library.events(5, 20);
        var noting = new Noting(library.noting("locking"));
        FailurePoints ends = point -> {
            if (point == Point.BEFORE_COMMIT) {
                noting.finish();
            }
        };
        try (var feed = new EventFeed(RedressInfra.bootstrapServers(), topic)) {
            feed.send(events);
            feed.send(events.subList(0, 50));
        }
        var run = library.start("locking", topic, noting, ends);
        await().atMost(PATIENCE).until(() -> library.effects("locking").size() == events.size());
        run.stop();

        assertThat(noting.finished).anyMatch(together -> together.handled().size() > 1);
        assertThat(noting.finished).allSatisfy(together -> {
            boolean several = together.handled().size() > 1;
            assertThat(together.locked()).isEqualTo(several ? together.handled() : List.of());
        });
        assertThat(noting.finished.stream().flatMap(together -> together.handled().stream()))
                .containsExactlyElementsOf(
                        events.stream().map(IncomingEvent::id).toList());
    }
}
