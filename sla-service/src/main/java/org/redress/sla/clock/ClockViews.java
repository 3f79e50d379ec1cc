package org.redress.sla.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.redress.deadline.clock.Clock;
import org.redress.deadline.clock.ClockLevel;
import org.redress.sla.clock.ClockView.LevelView;
import org.redress.sla.clock.ClockView.RemarkView;
import org.redress.sla.clock.ClockView.SegmentView;

/** Shows the engine's clocks to clients, as of a moment. */
public final class ClockViews {
    private ClockViews() {}

    /** A clock as a simulation shows it: what would have fired by then has fired, in time. */
    public static ClockView simulated(Clock clock, Instant now) {
        return view(clock, null, now, i -> simulated(clock.levels().get(i)));
    }

    /**
     * A clock of a complaint.
     *
     * @param clockId its id
     * @param now on the database's clock
     * @param detected per level, in the clock's order, when the watch noticed it; null for those that have not fired
     */
    public static ClockView running(
            Clock clock, @Nullable UUID clockId, Instant now, List<@Nullable Instant> detected) {
        return view(clock, clockId, now, i -> fired(clock.levels().get(i), detected.get(i)));
    }

    private static ClockView view(Clock clock, @Nullable UUID clockId, Instant now, IntFunction<LevelView> level) {
        return new ClockView(
                clockId,
                clock.metric().name(),
                clock.cycle(),
                clock.key().isEmpty() ? null : clock.key(),
                clock.state().name(),
                clock.rule().index(),
                clock.rule().reason(),
                clock.target().iso(),
                clock.target().unit().name(),
                clock.startedBy().wireName(),
                clock.startedAt(),
                clock.dueAt(),
                clock.metAt(),
                clock.breachedAt(),
                clock.cancelledAt(),
                remaining(clock, now),
                overdue(clock, now),
                IntStream.range(0, clock.levels().size()).mapToObj(level).toList(),
                clock.pauses().stream()
                        .map(pause -> new StoredPause(
                                pause.from(), pause.to(), pause.reason().name(), pause.by()))
                        .toList(),
                clock.segments().stream()
                        .map(part -> new SegmentView(part.from(), part.to(), part.counts(), part.why()))
                        .toList(),
                clock.remarks().stream()
                        .map(remark -> new RemarkView(remark.code(), remark.text()))
                        .toList());
    }

    private static LevelView simulated(ClockLevel level) {
        return new LevelView(
                level.at().text(), level.kind().name(), level.to(), level.firesAt(), level.fired(), null, null);
    }

    private static LevelView fired(ClockLevel level, @Nullable Instant detectedAt) {
        Instant firesAt = level.firesAt();
        boolean late = detectedAt != null && firesAt != null && !detectedAt.isBefore(firesAt);
        return new LevelView(
                level.at().text(),
                level.kind().name(),
                level.to(),
                firesAt,
                detectedAt != null,
                detectedAt,
                late ? Duration.between(firesAt, detectedAt) : null);
    }

    private static @Nullable Duration remaining(Clock clock, Instant now) {
        Instant due = clock.dueAt();
        return due == null || !clock.open() || !now.isBefore(due) ? null : wholeSeconds(now, due);
    }

    /** Frozen once the clock has ended. */
    private static @Nullable Duration overdue(Clock clock, Instant now) {
        Instant due = clock.dueAt();
        Instant end = clock.open() ? now : clock.endedAt();
        return due == null || end == null || !end.isAfter(due) || clock.breachedAt() == null
                ? null
                : wholeSeconds(due, end);
    }

    private static Duration wholeSeconds(Instant from, Instant to) {
        return Duration.between(from, to).truncatedTo(ChronoUnit.SECONDS);
    }
}
