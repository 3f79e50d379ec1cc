package org.redress.sla.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.redress.sla.clock.ArmedLevel;

class DueClockTest {
    private static final Instant DUE = Instant.parse("2026-11-22T10:00:00Z");
    private static final ArmedLevel WARNING = level(0, "WARNING", DUE.minusSeconds(60));
    private static final ArmedLevel BREACH = level(1, "BREACH", DUE);
    private static final ArmedLevel ESCALATION = level(2, "ESCALATION", DUE.plusSeconds(60));

    @Test
    void nothingFiresBeforeItsTimeAndEverythingAtIt() {
        DueClock clock = clock(WARNING.firesAt());

        assertThat(fired(clock, WARNING.firesAt().minusNanos(1))).isEmpty();
        assertThat(fired(clock, WARNING.firesAt())).containsExactly("WARNING");
        assertThat(fired(clock, DUE.minusNanos(1))).containsExactly("WARNING");
    }

    @Test
    void afterAnOutageEveryLevelFiresInOrderMarkedLate() {
        Instant back = DUE.plusSeconds(3600);

        List<FiredLevel> fired = clock(WARNING.firesAt()).fire(back, UUID::randomUUID);

        assertThat(fired).extracting(FiredLevel::kind).containsExactly("WARNING", "BREACH", "ESCALATION");
        assertThat(fired)
                .extracting(FiredLevel::lateBy)
                .containsExactly(Duration.ofMinutes(61), Duration.ofHours(1), Duration.ofMinutes(59));
    }

    @Test
    void whatHasFiredLiesBeforeTheNextLevelAndStaysThere() {
        assertThat(fired(clock(DUE), DUE)).containsExactly("BREACH");
    }

    @Test
    void theNextLevelIsTheEarliestStillAhead() {
        assertThat(clock(WARNING.firesAt()).nextAfter(DUE)).isEqualTo(ESCALATION.firesAt());
        assertThat(clock(WARNING.firesAt()).nextAfter(ESCALATION.firesAt())).isNull();
    }

    private static List<String> fired(DueClock clock, Instant now) {
        return clock.fire(now, UUID::randomUUID).stream().map(FiredLevel::kind).toList();
    }

    private static DueClock clock(Instant nextLevelAt) {
        return new DueClock(
                new UUID(1, 1),
                new UUID(2, 2),
                "qihui",
                "RESOLUTION",
                "",
                1,
                DUE,
                nextLevelAt,
                List.of(ESCALATION, WARNING, BREACH));
    }

    private static ArmedLevel level(int position, String kind, Instant firesAt) {
        return new ArmedLevel(position, kind, "", kind, "OPS", firesAt);
    }
}
