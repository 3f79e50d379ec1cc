package org.redress.sla.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.deadline.calendar.Calendar;
import org.redress.deadline.calendar.Day;
import org.redress.service.calendar.StatutoryDays;

/** Against the dates the State Council published: 国办发明电〔2023〕7号, 〔2024〕12号, 〔2025〕7号. */
class ShippedCalendarsTest {
    @ParameterizedTest
    @CsvSource({
        "2024-02-10, 2024-02-17, HOLIDAY", "2024-10-01, 2024-10-07, HOLIDAY",
        "2025-01-28, 2025-02-04, HOLIDAY", "2025-10-01, 2025-10-08, HOLIDAY",
        "2026-02-15, 2026-02-23, HOLIDAY", "2026-10-01, 2026-10-07, HOLIDAY",
        "2024-02-04, 2024-02-04, WORKING", "2024-02-18, 2024-02-18, WORKING",
        "2025-01-26, 2025-01-26, WORKING", "2025-02-08, 2025-02-08, WORKING",
        "2026-02-14, 2026-02-14, WORKING", "2026-10-10, 2026-10-10, WORKING",
        "2026-02-24, 2026-02-24, WORKING", "2026-10-11, 2026-10-11, REST"
    })
    void theStatutoryDatesAreThosePublished(LocalDate first, LocalDate last, Day.Kind kind) {
        assertThat(first.datesUntil(last.plusDays(1)))
                .allSatisfy(date -> assertThat(calendar("cn-office").day(date).kind())
                        .as("%s", date)
                        .isEqualTo(kind));
    }

    @Test
    void everyDateCarriesItsName() {
        assertThat(calendar("cn-office").day(LocalDate.parse("2026-10-01")).name())
                .isEqualTo("国庆节");
        assertThat(calendar("cn-office").day(LocalDate.parse("2026-10-10")).name())
                .isEqualTo("国庆节");
    }

    @Test
    void bothCalendarsHaveTheSameWorkingDaysAndOnlyOneIsAlwaysOpen() {
        LocalDate newYear = LocalDate.parse("2026-01-01");

        assertThat(Stream.iterate(newYear, date -> date.plusDays(1)).limit(365))
                .allSatisfy(date -> assertThat(calendar("cn-24x7").day(date).kind())
                        .isEqualTo(calendar("cn-office").day(date).kind()));
        assertThat(List.of(
                        calendar("cn-24x7").alwaysOpen(), calendar("cn-office").alwaysOpen()))
                .containsExactly(true, false);
    }

    /** intake-service's working days are compared with the same dates, so the two services cannot differ. */
    @Test
    void eachDayOfElevenYearsIsWorkedOrNotAsTheSharedDatesSay() {
        Map<LocalDate, Boolean> named = StatutoryDays.known().days().stream()
                .collect(Collectors.toMap(StatutoryDays.Day::date, StatutoryDays.Day::worked));
        assertThat(LocalDate.of(2020, 1, 1).datesUntil(LocalDate.of(2031, 1, 1)))
                .hasSize(4018)
                .allSatisfy(date -> assertThat(calendar("cn-24x7").day(date).works())
                        .as("%s", date)
                        .isEqualTo(named.getOrDefault(date, date.getDayOfWeek().getValue() <= 5)));
    }

    @Test
    void aYearThatIsNotAnnouncedYetIsMarkedAsSuch() {
        assertThat(calendar("cn-office").lacksStatutoryDatesOf(2026)).isFalse();
        assertThat(calendar("cn-office").lacksStatutoryDatesOf(2040)).isTrue();
    }

    private static Calendar calendar(String id) {
        return ShippedCalendarsAccess.shipped(id);
    }
}
