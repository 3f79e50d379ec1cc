package org.redress.sla.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClockRebuildTest {
    private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");
    private static final Instant DUE = START.plusSeconds(3600);
    private static final Instant LATER = DUE.plusSeconds(86_400);
    private static final UUID CLOCK = new UUID(1, 1);
    private static final ClockChanges.Case CASE = new ClockChanges.Case(new UUID(2, 2), "qihui", 1, START);

    @Test
    void whatIsAsItShouldBeIsLeftAlone() {
        List<StoredClock> stored = rows(List.of(), clock(DUE, null), Map.of());

        ClockRebuild rebuilt = rebuild(stored, clock(DUE, null), Map.of(), LATER);

        assertThat(rebuilt.changes().isEmpty()).isTrue();
        assertThat(rebuilt.differences()).isEmpty();
        assertThat(rebuilt.passed()).isEmpty();
    }

    @Test
    void aClockFoundOutLateIsBreachedOnTheRecordAndFiresNothingOld() {
        ClockRebuild rebuilt = rebuild(List.of(), clock(DUE, null), Map.of(), LATER);

        assertThat(rebuilt.passed())
                .extracting(passed -> passed.level().key())
                .containsExactly("WARNING OWNER 1", "BREACH");
        assertThat(rebuilt.changes().rows()).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo("BREACHED");
            assertThat(row.breachedAt()).isEqualTo(DUE);
            assertThat(row.armed()).isEmpty();
            assertThat(row.nextLevelAt()).isNull();
        });
        assertThat(rebuilt.changes().started()).hasSize(1);
    }

    @Test
    void aLevelStillAheadIsArmed() {
        ClockRebuild rebuilt = rebuild(List.of(), clock(DUE, null), Map.of(), START.plusSeconds(3000));

        assertThat(rebuilt.changes().rows()).singleElement().satisfies(row -> {
            assertThat(row.armed()).extracting(ArmedLevel::key).containsExactly("BREACH");
            assertThat(row.state()).isEqualTo("RUNNING");
        });
    }

    @Test
    void aLevelThatWasDueAlreadyAndNotYetFiredIsStillFired() {
        List<StoredClock> stored = rows(List.of(), clock(DUE, null), Map.of());

        ClockRebuild rebuilt = rebuild(stored, clock(DUE.plusSeconds(60), null), Map.of(), LATER);

        assertThat(rebuilt.passed()).isEmpty();
        assertThat(rebuilt.changes().rows())
                .singleElement()
                .satisfies(row -> assertThat(row.armed()).hasSize(2));
    }

    @Test
    void aRecordedBreachIsNeverUndoneButReported() {
        Map<UUID, Map<String, Instant>> fired = Map.of(CLOCK, Map.of("WARNING OWNER 1", DUE, "BREACH", DUE));
        List<StoredClock> stored = rows(List.of(), clock(DUE, null), fired);

        ClockRebuild rebuilt = rebuild(stored, clock(DUE, DUE.minusSeconds(60)), fired, LATER);

        assertThat(rebuilt.changes().isEmpty()).isTrue();
        assertThat(rebuilt.changes().undone()).isEmpty();
        assertThat(rebuilt.differences()).singleElement().satisfies(difference -> {
            assertThat(difference.kept()).isTrue();
            assertThat(difference.after().state()).isEqualTo("MET");
        });
    }

    private static ClockRebuild rebuild(
            List<StoredClock> stored, ComputedClock computed, Map<UUID, Map<String, Instant>> fired, Instant now) {
        ClockChanges changes = ClockChanges.between(CASE, stored, List.of(computed), fired, () -> CLOCK);
        return ClockRebuild.of(changes, stored, fired, now);
    }

    private static List<StoredClock> rows(
            List<StoredClock> stored, ComputedClock computed, Map<UUID, Map<String, Instant>> fired) {
        return ClockChanges.between(CASE, stored, List.of(computed), fired, () -> CLOCK)
                .rows();
    }

    private static ComputedClock clock(Instant dueAt, @Nullable Instant metAt) {
        return new ComputedClock(
                "RESOLUTION",
                1,
                "",
                0,
                "PT1H",
                "ELAPSED",
                false,
                START,
                dueAt,
                metAt,
                null,
                List.of(
                        new ComputedLevel(0, "80%", "WARNING", "OWNER", START.plusSeconds(2880)),
                        new ComputedLevel(1, "100%", "BREACH", "SUPERVISOR", dueAt)),
                List.of());
    }
}
