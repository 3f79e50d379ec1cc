package org.redress.intake.live;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.redress.intake.live.ChangeRepository.Change;

/**
 * Looks for changed complaints and hands them to everyone who listens: one look for all listeners, and none while nobody
 * listens. Thread safe.
 *
 * <p>Catching up after a reconnect and following live are the same thing: each listener has a position, a look starts at
 * the lowest one, and changes at or before a listener's own position are not sent to it. So nothing can fall between
 * the two.
 */
@ApplicationScoped
class ChangeFeed {
    private static final Logger LOG = Logger.getLogger(ChangeFeed.class);
    private static final int BATCH = 500;

    private final ChangeRepository changes;
    private final LiveEvents events;
    private final LiveConfig config;
    private final Clock clock;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread poller = new Thread(task, "live-complaints");
        poller.setDaemon(true);
        return poller;
    });

    private @Nullable ScheduledFuture<?> polling;

    ChangeFeed(ChangeRepository changes, LiveEvents events, LiveConfig config, Clock clock) {
        this.changes = changes;
        this.events = events;
        this.config = config;
        this.clock = clock;
    }

    void atStart(@Observes StartupEvent started) {
        changes.forgetForeignTransactions();
    }

    /** How many streams are open. */
    int listening() {
        return listeners.size();
    }

    /** Where a listener starts who has seen nothing yet. */
    ChangePosition now() {
        return ChangePosition.before(changes.horizon());
    }

    /** Takes a listener in; starts looking if it is the first. The lock keeps a last leave from stopping a new look. */
    synchronized void add(Listener listener) {
        listeners.add(listener);
        if (polling == null) {
            long millis = config.poll().toMillis();
            polling = thread.scheduleWithFixedDelay(this::lookSafely, 0, millis, TimeUnit.MILLISECONDS);
        }
    }

    /** Lets a listener go; stops looking if it was the last. */
    synchronized void remove(Listener listener) {
        listeners.remove(listener);
        if (listeners.isEmpty() && polling != null) {
            polling.cancel(false);
            polling = null;
        }
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
        listeners.forEach(listener -> listener.stream().close());
    }

    /** A look that fails is made again: an exception would end the schedule. */
    private void lookSafely() {
        try {
            look(List.copyOf(listeners));
        } catch (RuntimeException e) {
            LOG.warnf("cannot look for changed complaints: %s", e.getMessage());
        }
    }

    private void look(List<Listener> all) {
        Instant now = clock.instant();
        all.forEach(listener -> listener.stream().endAt(now, config.heartbeat()));
        if (all.isEmpty()) {
            return;
        }
        long horizon = changes.horizon();
        Set<String> platforms = all.stream().map(Listener::platform).collect(Collectors.toSet());
        List<Change> batch;
        do {
            ChangePosition lowest =
                    Collections.min(all.stream().map(Listener::position).toList());
            batch = changes.changes(platforms, lowest, horizon, BATCH);
            batch.forEach(change -> offer(change, all, now));
        } while (batch.size() == BATCH);
        all.forEach(listener -> listener.moveTo(ChangePosition.before(horizon)));
        beat(all, now);
    }

    private void offer(Change change, List<Listener> all, Instant now) {
        var event = events.changed(change);
        for (Listener listener : all) {
            listener.offer(change.complaint().platform(), change.position(), event, now);
            listener.moveTo(change.position());
        }
    }

    private void beat(List<Listener> all, Instant now) {
        Instant silence = now.minus(config.heartbeat());
        all.stream()
                .map(Listener::stream)
                .filter(stream -> stream.wasSilentSince(silence))
                .forEach(stream -> stream.send(events.heartbeat(), now));
    }
}
