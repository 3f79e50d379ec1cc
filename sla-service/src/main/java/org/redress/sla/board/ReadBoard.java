package org.redress.sla.board;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/**
 * The board's figures. Many look at the same figures, so they are counted once for all who ask at the same time, and again
 * only after a pause that grows with what the counting cost. What takes long to count is counted aside, while the figures
 * before are shown: nobody waits for it but the first. Thread safe.
 */
@ApplicationScoped
class ReadBoard {
    private static final Logger LOG = Logger.getLogger(ReadBoard.class);
    private static final int MOST_FILTERS = 1000;
    private static final Duration LONG = Duration.ofMillis(300);
    private static final Duration TOO_OLD = Duration.ofMinutes(2);

    private final BoardRepository repository;
    private final BoardConfig config;
    private final Clock clock;
    private final Cache<BoardFilter, Counted> boards = Caffeine.newBuilder()
            .maximumSize(MOST_FILTERS)
            .expireAfterWrite(TOO_OLD)
            .build();
    private final Set<BoardFilter> beingCounted = ConcurrentHashMap.newKeySet();
    private final ExecutorService aside = Executors.newSingleThreadExecutor(task -> {
        Thread counting = new Thread(task, "board-counting");
        counting.setDaemon(true);
        return counting;
    });

    /** Figures, what they cost, and when they were there, on the monotonic clock. */
    private record Counted(Board board, Duration took, long at) {}

    ReadBoard(BoardRepository repository, BoardConfig config, Clock clock) {
        this.repository = repository;
        this.config = config;
        this.clock = clock;
    }

    /** The figures of what a filter asks for; {@link Board#asOf} tells how old they are. */
    Board of(BoardFilter filter) {
        Counted known = boards.get(filter, this::count);
        if (Duration.ofNanos(System.nanoTime() - known.at()).compareTo(kept(known.took())) < 0) {
            return known.board();
        }
        if (known.took().compareTo(LONG) > 0) {
            countAside(filter);
            return known.board();
        }
        return boards.asMap()
                .compute(filter, (asked, other) -> other == null || other.equals(known) ? count(filter) : other)
                .board();
    }

    @PreDestroy
    void stop() {
        aside.shutdownNow();
    }

    private void countAside(BoardFilter filter) {
        if (beingCounted.add(filter)) {
            aside.execute(() -> {
                try {
                    boards.put(filter, count(filter));
                } catch (RuntimeException e) {
                    LOG.warnf("cannot count the board: %s", e.getMessage());
                } finally {
                    beingCounted.remove(filter);
                }
            });
        }
    }

    private Counted count(BoardFilter filter) {
        long begin = System.nanoTime();
        Board board = BoardFigures.of(filter, repository.count(filter), clock.instant());
        long end = System.nanoTime();
        return new Counted(board, Duration.ofNanos(end - begin), end);
    }

    private Duration kept(Duration took) {
        Duration rest = took.multipliedBy(config.share() - 1L);
        return rest.compareTo(config.freshness()) > 0 ? rest : config.freshness();
    }
}
