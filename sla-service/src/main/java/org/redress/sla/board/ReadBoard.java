package org.redress.sla.board;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/**
 * The board's figures. Many look at the same figures, so they are counted once for all who ask at the same time, and again
 * only after a pause that grows with what the counting cost. Thread safe.
 */
@ApplicationScoped
class ReadBoard {
    private static final int MOST_FILTERS = 1000;

    private final BoardRepository repository;
    private final Clock clock;
    private final Cache<BoardFilter, Counted> boards;

    private record Counted(Board board, Duration took) {}

    ReadBoard(BoardRepository repository, BoardConfig config, Clock clock) {
        this.repository = repository;
        this.clock = clock;
        this.boards = Caffeine.newBuilder()
                .maximumSize(MOST_FILTERS)
                .expireAfter(Expiry.<BoardFilter, Counted>creating((filter, counted) -> kept(config, counted.took())))
                .build();
    }

    /** The figures of what a filter asks for, at most a moment old; {@link Board#asOf} tells. */
    Board of(BoardFilter filter) {
        return boards.get(filter, this::count).board();
    }

    private Counted count(BoardFilter filter) {
        long begin = System.nanoTime();
        Board board = BoardFigures.of(filter, repository.count(filter), clock.instant());
        return new Counted(board, Duration.ofNanos(System.nanoTime() - begin));
    }

    static Duration kept(BoardConfig config, Duration took) {
        Duration rest = took.multipliedBy(config.share() - 1L);
        return rest.compareTo(config.freshness()) > 0 ? rest : config.freshness();
    }
}
