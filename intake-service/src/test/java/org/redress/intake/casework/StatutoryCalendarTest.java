package org.redress.intake.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.intake.lifecycle.CaseRules;

class StatutoryCalendarTest {
    private static final CaseRules RULES = new CaseRules(
            2,
            Duration.ofHours(72),
            true,
            Duration.ofHours(24),
            2,
            7,
            false,
            2,
            List.of(),
            Set.of(),
            StatutoryCalendar.in(ZoneId.of("Asia/Shanghai")));

    @ParameterizedTest
    @CsvSource({
        // The 7th day is 1 October 2026, a holiday: rolls to the 8th (sla.md).
        "2026-09-24T09:00:00+08:00, 2026-10-09T00:00:00+08:00",
        // The 7th day is Saturday, 10 October 2026, a worked weekend.
        "2026-10-03T09:00:00+08:00, 2026-10-11T00:00:00+08:00",
        // The 7th day is a plain Saturday: rolls to Monday.
        "2026-11-21T23:59:59+08:00, 2026-12-01T00:00:00+08:00",
        "2026-11-22T00:00:00+08:00, 2026-12-01T00:00:00+08:00"
    })
    void theAppealWindowEndsOnAWorkingDay(OffsetDateTime servedAt, OffsetDateTime until) {
        Instant expected = until.toInstant();
        assertThat(RULES.appealUntil(servedAt.toInstant())).isEqualTo(expected);
    }
}
