package org.redress.intake.casework;

import static org.assertj.core.api.Assertions.assertThat;

import com.tyme.holiday.LegalHoliday;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.deadline.calendar.Calendar;
import org.redress.intake.lifecycle.CaseRules;
import org.redress.service.calendar.StatutoryDays;

class StatutoryCalendarTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final CaseRules RULES = new CaseRules(
            2,
            Duration.ofHours(72),
            true,
            Duration.ofHours(24),
            null,
            2,
            7,
            false,
            2,
            List.of(),
            Set.of(),
            StatutoryCalendar.in(ZoneId.of("Asia/Shanghai"), StatutoryDays.known()));

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

    /** Day by day: the day of service is not counted, and the last day is moved past rest days (civil code 200 to 203). */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theWindowIsWhatCountingDayByDaySays(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 1_000; i++) {
            Instant servedAt = Instant.parse("2020-01-01T00:00:00Z").plusSeconds(random.nextInt(7 * 366 * 86_400));
            LocalDate last = servedAt.atZone(SHANGHAI).toLocalDate().plusDays(7);
            while (rests(last)) {
                last = last.plusDays(1);
            }
            Instant expected = last.plusDays(1).atStartOfDay(SHANGHAI).toInstant();
            assertThat(RULES.appealUntil(servedAt)).as("%s", servedAt).isEqualTo(expected);
        }
    }

    /** sla-service's shipped calendars are compared with the same dates, so the two services cannot differ. */
    @Test
    void eachDayOfElevenYearsIsWorkedOrNotAsTheSharedDatesSay() {
        Calendar calendar = StatutoryCalendar.in(SHANGHAI, StatutoryDays.known());
        Map<LocalDate, Boolean> named = StatutoryDays.known().days().stream()
                .collect(Collectors.toMap(StatutoryDays.Day::date, StatutoryDays.Day::worked));
        assertThat(LocalDate.of(2020, 1, 1).datesUntil(LocalDate.of(2031, 1, 1)))
                .hasSize(4018)
                .allSatisfy(date -> assertThat(calendar.day(date).works())
                        .as("%s", date)
                        .isEqualTo(named.getOrDefault(date, date.getDayOfWeek().getValue() <= 5)));
    }

    private static boolean rests(LocalDate date) {
        LegalHoliday told = LegalHoliday.fromYmd(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
        if (told != null) {
            return !told.isWork();
        }
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
