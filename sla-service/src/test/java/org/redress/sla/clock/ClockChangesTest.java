package org.redress.sla.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClockChangesTest {
    private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");
    private static final Instant DUE = START.plusSeconds(3600);
    private static final UUID CLOCK = new UUID(1, 1);
    private static final ClockChanges.Case CASE = new ClockChanges.Case(new UUID(2, 2), "qihui", 1, START);

    @Test
    void aNewClockIsArmedAndAnnounced() {
        ClockChanges changes = between(List.of(), List.of(clock(DUE, null, null)), Map.of());

        assertThat(changes.rows()).containsExactlyElementsOf(changes.started());
        assertThat(changes.started()).singleElement().satisfies(clock -> {
            assertThat(clock.state()).isEqualTo("RUNNING");
            assertThat(clock.nextLevelAt()).isEqualTo(START.plusSeconds(2880));
            assertThat(clock.armed())
                    .extracting(ArmedLevel::key)
                    .containsExactly("WARNING OWNER 1", "BREACH", "ESCALATION SENIOR_TIER 1");
        });
        assertThat(changes.ended()).isEmpty();
    }

    @Test
    void theSameComputationAgainChangesNothing() {
        List<StoredClock> stored = stored(clock(DUE, null, null));

        assertThat(between(stored, List.of(clock(DUE, null, null)), Map.of()).isEmpty())
                .isTrue();
    }

    @Test
    void anotherDueTimeIsAnnouncedUnderTheSameIdAndWhatFiredStaysFired() {
        List<StoredClock> stored = stored(clock(DUE, null, null));

        ClockChanges changes = between(
                stored,
                List.of(clock(DUE.minusSeconds(600), null, null)),
                Map.of(CLOCK, Map.of("WARNING OWNER 1", START)));

        assertThat(changes.started()).singleElement().satisfies(clock -> {
            assertThat(clock.clockId()).isEqualTo(CLOCK);
            assertThat(clock.armed()).extracting(ArmedLevel::key).containsExactly("BREACH", "ESCALATION SENIOR_TIER 1");
        });
    }

    @Test
    void aClockMetAtItsDueTimeIsMetInTimeAndBreachesNot() {
        ClockChanges changes = between(stored(clock(DUE, null, null)), List.of(clock(DUE, DUE, null)), Map.of());

        assertThat(changes.started()).isEmpty();
        assertThat(changes.ended()).singleElement().satisfies(clock -> {
            assertThat(clock.outcome()).isEqualTo("MET");
            assertThat(clock.state()).isEqualTo("MET");
            assertThat(clock.armed()).extracting(ArmedLevel::key).containsExactly("WARNING OWNER 1");
        });
    }

    @Test
    void aClockMetLateStillBreachesEvenIfNobodyWasThereToNotice() {
        ClockChanges changes =
                between(stored(clock(DUE, null, null)), List.of(clock(DUE, DUE.plusSeconds(1), null)), Map.of());

        assertThat(changes.ended()).singleElement().satisfies(clock -> {
            assertThat(clock.outcome()).isEqualTo("MET_LATE");
            assertThat(clock.state()).isEqualTo("BREACHED");
            assertThat(clock.breachedAt()).isEqualTo(DUE);
            assertThat(clock.armed()).extracting(ArmedLevel::key).containsExactly("WARNING OWNER 1", "BREACH");
        });
    }

    @Test
    void newsOfAMeetingInTimeAfterTheBreachMakesItMet() {
        List<StoredClock> stored = stored(clock(DUE, null, null));

        ClockChanges changes =
                between(stored, List.of(clock(DUE, DUE.minusSeconds(1), null)), Map.of(CLOCK, Map.of("BREACH", DUE)));

        assertThat(changes.ended()).singleElement().satisfies(clock -> {
            assertThat(clock.outcome()).isEqualTo("MET");
            assertThat(clock.state()).isEqualTo("MET");
            assertThat(clock.breachedAt()).isNull();
        });
        assertThat(changes.undone())
                .extracting(ClockChanges.UndoneBreach::reason)
                .containsExactly("MET_IN_TIME");
    }

    @Test
    void newsOfAWithdrawalInTimeAfterTheBreachUndoesItToo() {
        ClockChanges changes = between(
                stored(clock(DUE, null, null)), List.of(clock(DUE, null, DUE)), Map.of(CLOCK, Map.of("BREACH", DUE)));

        assertThat(changes.undone())
                .extracting(ClockChanges.UndoneBreach::reason)
                .containsExactly("CANCELLED_IN_TIME");
    }

    @Test
    void newsThatPutsTheDueTimeOffUndoesTheBreachAndArmsItAgain() {
        Map<UUID, Map<String, Instant>> fired = Map.of(CLOCK, Map.of("BREACH", DUE));
        List<StoredClock> breached = between(stored(clock(DUE, null, null)), List.of(clock(DUE, null, null)), fired)
                .rows();
        Instant later = DUE.plusSeconds(60);

        ClockChanges changes = between(breached, List.of(clock(later, null, null)), fired);

        assertThat(changes.undone())
                .extracting(ClockChanges.UndoneBreach::reason)
                .containsExactly("DUE_LATER");
        assertThat(changes.rows()).singleElement().satisfies(clock -> {
            assertThat(clock.state()).isEqualTo("RUNNING");
            assertThat(clock.breachedAt()).isNull();
            assertThat(clock.armed()).extracting(ArmedLevel::key).contains("BREACH");
        });
        assertThat(between(breached, List.of(clock(DUE.minusSeconds(60), null, null)), fired)
                        .undone())
                .as("due earlier is breached all the same")
                .isEmpty();
    }

    @Test
    void aWithdrawnBreachIsArmedAgainByAnyNewsThatMakesItOneAgain() {
        Map<UUID, Map<String, Instant>> fired = Map.of(CLOCK, Map.of("BREACH", DUE));
        // The record of a withdrawn breach gives its name free.
        Map<UUID, Map<String, Instant>> withdrawn = Map.of(CLOCK, Map.of("BREACH withdrawn 1", DUE));
        List<StoredClock> breached = between(stored(clock(DUE, null, null)), List.of(clock(DUE, null, null)), fired)
                .rows();
        List<List<ComputedClock>> undoing = List.of(
                List.of(clock(DUE, DUE, null)),
                List.of(clock(DUE, null, DUE)),
                List.of(clock(DUE.plusSeconds(60), null, null)),
                List.of());
        for (List<ComputedClock> undone : undoing) {
            List<StoredClock> mended = between(breached, undone, fired).rows();
            for (ComputedClock late : List.of(clock(DUE, null, null), clock(DUE, DUE.plusSeconds(1), null))) {
                ClockChanges changes = between(mended, List.of(late), withdrawn);

                assertThat(changes.rows())
                        .singleElement()
                        .satisfies(clock -> assertThat(clock.armed())
                                .extracting(ArmedLevel::key)
                                .contains("BREACH"));
                assertThat(changes.undone()).isEmpty();
            }
        }
    }

    @Test
    void aMeetingThatWasLateUndoesNoBreachAndAMeetingInTimeWithoutOneUndoesNothing() {
        List<StoredClock> stored = stored(clock(DUE, null, null));
        Map<UUID, Map<String, Instant>> fired = Map.of(CLOCK, Map.of("BREACH", DUE));

        assertThat(between(stored, List.of(clock(DUE, DUE.plusSeconds(1), null)), fired)
                        .undone())
                .isEmpty();
        assertThat(between(stored, List.of(clock(DUE, DUE, null)), Map.of()).undone())
                .isEmpty();
    }

    @Test
    void theBreachOfAClockThatWasNeverOwedIsUndone() {
        List<StoredClock> stored = between(
                        List.of(), List.of(clock(DUE, null, null)), Map.of(CLOCK, Map.of("BREACH", DUE)))
                .rows();

        ClockChanges changes = between(stored, List.of(), Map.of(CLOCK, Map.of("BREACH", DUE)));

        assertThat(changes.undone())
                .extracting(ClockChanges.UndoneBreach::reason)
                .containsExactly("NOT_OWED");
        assertThat(changes.rows()).singleElement().satisfies(clock -> {
            assertThat(clock.state()).isEqualTo("CANCELLED");
            assertThat(clock.breachedAt()).isNull();
        });
    }

    @Test
    void aClockThatIsComputedNoMoreIsCancelledOnce() {
        List<StoredClock> stored = stored(clock(DUE, null, null));

        ClockChanges changes = between(stored, List.of(), Map.of());

        assertThat(changes.ended()).singleElement().satisfies(clock -> {
            assertThat(clock.outcome()).isEqualTo("CANCELLED");
            assertThat(clock.nextLevelAt()).isNull();
        });
        assertThat(between(changes.rows(), List.of(), Map.of()).isEmpty()).isTrue();
    }

    @Test
    void aClockThatRunsAgainIsAnnouncedAgain() {
        List<StoredClock> ended = stored(clock(DUE, null, START.plusSeconds(60)));

        assertThat(between(ended, List.of(clock(DUE, null, null)), Map.of()).started())
                .hasSize(1);
    }

    @Test
    void aClockIsAtRiskFromItsFirstWarningAndWithoutOneInItsLastFifth() {
        assertThat(clock(DUE, null, null).riskAt()).isEqualTo(START.plusSeconds(2880));
        assertThat(without(clock(START.plusSeconds(100), null, null)).riskAt()).isEqualTo(START.plusSeconds(80));
        assertThat(without(clock(START, null, null)).riskAt()).isEqualTo(START);
    }

    private static ComputedClock without(ComputedClock clock) {
        return new ComputedClock(
                clock.metric(),
                clock.cycle(),
                clock.key(),
                clock.rule(),
                clock.target(),
                clock.unit(),
                clock.paused(),
                clock.startedAt(),
                clock.dueAt(),
                clock.metAt(),
                clock.cancelledAt(),
                List.of(),
                List.of());
    }

    private static List<StoredClock> stored(ComputedClock clock) {
        return between(List.of(), List.of(clock), Map.of()).rows();
    }

    private static ClockChanges between(
            List<StoredClock> stored, List<ComputedClock> computed, Map<UUID, Map<String, Instant>> fired) {
        return ClockChanges.between(CASE, stored, computed, fired, () -> CLOCK);
    }

    private static ComputedClock clock(Instant dueAt, @Nullable Instant metAt, @Nullable Instant cancelledAt) {
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
                cancelledAt,
                List.of(
                        new ComputedLevel(0, "80%", "WARNING", "OWNER", START.plusSeconds(2880)),
                        new ComputedLevel(1, "100%", "BREACH", "SUPERVISOR", dueAt),
                        new ComputedLevel(2, "+PT2H", "ESCALATION", "SENIOR_TIER", dueAt.plusSeconds(7200))),
                List.of());
    }
}
