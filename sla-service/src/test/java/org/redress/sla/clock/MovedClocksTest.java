package org.redress.sla.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.redress.sla.clock.MovedClocks.Left;

/** What holds after a complaint was moved from one policy version to another, at 12 o'clock. */
class MovedClocksTest {
    private static final Instant START = Instant.parse("2026-11-20T00:00:00Z");
    private static final Instant MOVE = at(12);

    @Test
    void withoutAMoveTheVersionsClocksHold() {
        assertThat(MovedClocks.of(List.of(), 3, List.of(clock("RESOLUTION", 24, null))))
                .containsExactly(Map.entry(clock("RESOLUTION", 24, null), 3));
    }

    @Test
    void aRunningClockIsCountedByTheNewVersion() {
        assertThat(moved(clock("RESOLUTION", 24, null), clock("RESOLUTION", 48, null)))
                .containsExactly(Map.entry(clock("RESOLUTION", 48, null), 2));
    }

    @Test
    void aClockMetBeforeTheMoveStaysAsItWas() {
        assertThat(moved(clock("FIRST_RESPONSE", 10, 5), clock("FIRST_RESPONSE", 3, 5)))
                .containsExactly(Map.entry(clock("FIRST_RESPONSE", 10, 5), 1));
    }

    @Test
    void aClockPastDueBeforeTheMoveKeepsThePromiseItBroke() {
        assertThat(moved(clock("RESOLUTION", 6, 20), clock("RESOLUTION", 48, 20)))
                .containsExactly(Map.entry(clock("RESOLUTION", 6, 20), 1));
    }

    @Test
    void aClockMetAfterTheMoveIsCountedByTheNewVersion() {
        assertThat(moved(clock("RESOLUTION", 24, 20), clock("RESOLUTION", 18, 20)))
                .containsExactly(Map.entry(clock("RESOLUTION", 18, 20), 2));
    }

    @Test
    void whatOnlyTheNewVersionPromisesComesUpUnlessItIsOver() {
        assertThat(moved(null, clock("NEXT_RESPONSE", 30, null))).hasSize(1);
        assertThat(moved(null, clock("NEXT_RESPONSE", 3, 5))).isEmpty();
    }

    @Test
    void whatTheNewVersionDoesNotPromiseEndsWithTheMove() {
        Map<ComputedClock, Integer> clocks = moved(clock("URGE_ANSWER", 24, null), null);

        assertThat(clocks).hasSize(1).containsValue(1);
        assertThat(clocks.keySet().iterator().next().cancelledAt()).isEqualTo(MOVE);
    }

    @Test
    void aLevelBeforeTheMoveFallsDueWithItAndAWarningOfWhatIsDueIsLeftOut() {
        ComputedClock now = moved(clock("RESOLUTION", 24, null), clock("RESOLUTION", 10, null))
                .keySet()
                .iterator()
                .next();

        assertThat(now.dueAt()).isEqualTo(at(10));
        assertThat(now.levels()).extracting(ComputedLevel::firesAt).containsExactly(null, MOVE, at(14));
        ComputedClock later = moved(clock("RESOLUTION", 24, null), clock("RESOLUTION", 13, null))
                .keySet()
                .iterator()
                .next();
        assertThat(later.levels()).extracting(ComputedLevel::firesAt).containsExactly(MOVE, at(13), at(17));
    }

    @Test
    void theFirstVersionThatDecidedAClockKeepsItThroughEveryLaterMove() {
        var first = new Left(1, MOVE, List.of(clock("FIRST_RESPONSE", 10, 5), clock("RESOLUTION", 24, null)));
        var second = new Left(2, at(36), List.of(clock("FIRST_RESPONSE", 3, 5), clock("RESOLUTION", 30, null)));

        assertThat(MovedClocks.of(
                        List.of(first, second),
                        3,
                        List.of(clock("FIRST_RESPONSE", 1, 5), clock("RESOLUTION", 99, null))))
                .containsOnly(
                        Map.entry(clock("FIRST_RESPONSE", 10, 5), 1), Map.entry(clock("RESOLUTION", 30, null), 2));
    }

    private static Map<ComputedClock, Integer> moved(@Nullable ComputedClock old, @Nullable ComputedClock now) {
        List<ComputedClock> before = old == null ? List.of() : List.of(old);
        return MovedClocks.of(List.of(new Left(1, MOVE, before)), 2, now == null ? List.of() : List.of(now));
    }

    /** Due and met so many hours after the start; a warning two hours before due, an escalation four hours after. */
    private static ComputedClock clock(String metric, int due, @Nullable Integer met) {
        return new ComputedClock(
                metric,
                1,
                "",
                0,
                "PT" + due + "H",
                "ELAPSED",
                false,
                START,
                at(due),
                met == null ? null : at(met),
                null,
                List.of(
                        new ComputedLevel(0, "-PT2H", "WARNING", "OWNER", at(due - 2)),
                        new ComputedLevel(1, "100%", "BREACH", "SUPERVISOR", at(due)),
                        new ComputedLevel(2, "+PT4H", "ESCALATION", "SENIOR_TIER", at(due + 4))),
                List.of());
    }

    private static Instant at(int hours) {
        return START.plus(Duration.ofHours(hours));
    }
}
