package org.redress.sla.board;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Looks for changes and tells them to everyone who listens: one look for all, and none while nobody listens. Thread safe.
 *
 * <p>Catching up after a reconnect and following live are the same thing: a reader has a place, and each look tells it what
 * changed between its place and the horizon. So nothing can fall between the two.
 */
@ApplicationScoped
class BoardFeed {
    private static final Logger LOG = Logger.getLogger(BoardFeed.class);

    private final BoardChanges changes;
    private final BoardRepository repository;
    private final ReadBoard boards;
    private final BoardEvents events;
    private final BoardConfig config;
    private final Clock clock;
    private final Set<BoardReader> readers = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread looking = new Thread(task, "live-board");
        looking.setDaemon(true);
        return looking;
    });

    private @Nullable ScheduledFuture<?> looking;

    BoardFeed(
            BoardChanges changes,
            BoardRepository repository,
            ReadBoard boards,
            BoardEvents events,
            BoardConfig config,
            Clock clock,
            MeterRegistry registry) {
        this.changes = changes;
        this.repository = repository;
        this.boards = boards;
        this.events = events;
        this.config = config;
        this.clock = clock;
        registry.gaugeCollectionSize("redress.sla.board.streams", Tags.empty(), readers);
    }

    /** How many streams are open. */
    int listening() {
        return readers.size();
    }

    /** Takes a reader in; starts looking if it is the first. The lock keeps a last leave from stopping a new look. */
    synchronized void add(BoardReader reader) {
        readers.add(reader);
        if (looking == null) {
            long millis = config.poll().toMillis();
            looking = thread.scheduleWithFixedDelay(this::lookSafely, 0, millis, TimeUnit.MILLISECONDS);
        }
    }

    /** Lets a reader go; stops looking if it was the last. */
    synchronized void remove(BoardReader reader) {
        readers.remove(reader);
        if (readers.isEmpty() && looking != null) {
            looking.cancel(false);
            looking = null;
        }
    }

    void stop(@Observes ShutdownEvent event) {
        thread.shutdownNow();
        readers.forEach(reader -> reader.stream().close());
    }

    /** A look that fails is made again: an exception would end the schedule. */
    private void lookSafely() {
        try {
            look(List.copyOf(readers));
        } catch (RuntimeException e) {
            LOG.warnf("cannot look for changes of the board: %s", e.getMessage());
        }
    }

    private void look(List<BoardReader> all) {
        Instant now = clock.instant();
        Instant silence = now.minus(config.heartbeat());
        all.forEach(reader -> reader.stream().endAt(now, config.heartbeat()));
        List<BoardReader> live =
                all.stream().filter(reader -> reader.stream().mayGoOn(now)).toList();
        long horizon = changes.horizon();
        var changed = new HashSet<String>();
        byPlace(live).forEach((place, readers) -> {
            var platforms = readers.stream().map(BoardReader::platform).collect(Collectors.toSet());
            Map<String, Set<UUID>> found = changes.between(place, horizon, platforms);
            changed.addAll(found.keySet());
            tell(readers, found, horizon, now);
        });
        figures(live, changed, now);
        live.stream()
                .map(BoardReader::stream)
                .filter(stream -> stream.wasSilentSince(silence))
                .forEach(stream -> stream.send(events.heartbeat(), now));
    }

    /** Readers that follow live have the same place; only those that catch up have another. */
    private static Map<Long, List<BoardReader>> byPlace(List<BoardReader> readers) {
        return readers.stream().collect(Collectors.groupingBy(BoardReader::place, TreeMap::new, Collectors.toList()));
    }

    private void tell(List<BoardReader> readers, Map<String, Set<UUID>> changed, long horizon, Instant now) {
        var told = new HashMap<String, List<OutboundSseEvent>>();
        changed.forEach((platform, complaints) -> told.put(platform, told(platform, complaints)));
        for (BoardReader reader : readers) {
            List<OutboundSseEvent> news = told.getOrDefault(reader.platform(), List.of());
            news.forEach(event -> reader.stream().send(event, now));
            if (!news.isEmpty()) {
                reader.stream().send(events.place(horizon), now);
            }
            reader.moveTo(horizon);
        }
    }

    private List<OutboundSseEvent> told(String platform, Set<UUID> complaints) {
        if (complaints.size() > config.told()) {
            return List.of(events.reset(complaints.size()));
        }
        Map<UUID, List<BoardCase>> cases = repository.casesOf(platform, complaints).stream()
                .collect(Collectors.groupingBy(BoardCase::complaintId));
        return complaints.stream()
                .map(complaint -> events.complaint(complaint, cases.getOrDefault(complaint, List.of())))
                .toList();
    }

    /** Figures go out after changes, though not more often than they are counted, and now and then because time passes. */
    private void figures(List<BoardReader> live, Set<String> changed, Instant now) {
        var boardOf = new HashMap<String, OutboundSseEvent>();
        Instant old = now.minus(config.heartbeat());
        Instant justNow = now.minus(config.freshness());
        for (BoardReader reader : live) {
            if (changed.contains(reader.platform())) {
                reader.oweFigures(now);
            }
            if (reader.hasFiguresFromBefore(old) || (reader.owesFigures() && reader.hasFiguresFromBefore(justNow))) {
                reader.sendFigures(boardOf.computeIfAbsent(reader.platform(), this::figuresOf), now, justNow);
            }
        }
    }

    private OutboundSseEvent figuresOf(String platform) {
        return events.board(boards.of(BoardFilter.all(platform)));
    }
}
