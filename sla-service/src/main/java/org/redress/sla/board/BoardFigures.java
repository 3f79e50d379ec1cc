package org.redress.sla.board;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.redress.sla.board.Board.DueFigure;
import org.redress.sla.board.Board.Figure;
import org.redress.sla.board.Board.Group;
import org.redress.sla.board.Board.Grouping;
import org.redress.sla.board.Board.StateFigure;
import org.redress.sla.board.BoardRepository.Count;

/** Makes the board of what was counted. */
final class BoardFigures {
    /** How many values of a group are listed; the rest is a number. */
    static final int MOST_VALUES = 100;

    private final List<Count> counts;
    private final BoardLinks links;

    private BoardFigures(List<Count> counts, BoardLinks links) {
        this.counts = counts;
        this.links = links;
    }

    /**
     * The board.
     *
     * @param now when it was counted, for a board without anything on it
     */
    static Board of(BoardFilter filter, List<Count> counts, Instant now) {
        return new BoardFigures(counts, new BoardLinks(filter)).board(now);
    }

    private Board board(Instant now) {
        List<Count> all = counts.stream().filter(count -> count.group() == null).toList();
        return new Board(
                all.isEmpty() ? now : all.get(0).now(),
                new Figure(sum(all, Count::cases), links.all()),
                Arrays.stream(BoardState.values())
                        .map(state -> state(all, state))
                        .toList(),
                List.of(
                        due(all, Duration.ofHours(1), Count::dueInAnHour),
                        due(all, Duration.ofHours(4), Count::dueInFourHours),
                        due(all, Duration.ofHours(24), Count::dueInADay)),
                Arrays.stream(BoardGroup.values()).map(this::grouping).toList());
    }

    private StateFigure state(List<Count> all, BoardState state) {
        long cases = sum(all.stream().filter(count -> count.state() == state).toList(), Count::cases);
        return new StateFigure(state, cases, links.standing(null, null, state));
    }

    private DueFigure due(List<Count> all, Duration within, ToLongFunction<Count> number) {
        return new DueFigure(within, sum(all, number), links.due(within));
    }

    private Grouping grouping(BoardGroup by) {
        Map<Optional<String>, List<Count>> values = new LinkedHashMap<>();
        counts.stream()
                .filter(count -> count.group() == by)
                .forEach(count -> values.computeIfAbsent(
                                Optional.ofNullable(count.value()), value -> new java.util.ArrayList<>())
                        .add(count));
        List<Group> groups = values.entrySet().stream()
                .map(entry -> group(by, entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(Group::open)
                        .reversed()
                        .thenComparing(Group::value, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
        return new Grouping(
                by.parameter(), groups.stream().limit(MOST_VALUES).toList(), Math.max(0, groups.size() - MOST_VALUES));
    }

    private Group group(BoardGroup by, Optional<String> value, List<Count> counts) {
        return new Group(
                value.orElse(null),
                sum(counts, Count::cases),
                links.standing(by, value.orElse(null), null),
                counts.stream()
                        .sorted(Comparator.comparing(Count::state))
                        .map(count -> new StateFigure(
                                count.state(), count.cases(), links.standing(by, value.orElse(null), count.state())))
                        .toList());
    }

    private static long sum(List<Count> counts, ToLongFunction<Count> number) {
        return counts.stream().mapToLong(number).sum();
    }
}
