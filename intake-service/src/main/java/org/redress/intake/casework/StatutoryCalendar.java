package org.redress.intake.casework;

import com.tyme.holiday.LegalHoliday;
import com.tyme.solar.SolarDay;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.redress.deadline.calendar.Calendar;
import org.redress.deadline.calendar.CalendarBuilder;

/**
 * The working days of mainland China, with its statutory rest days and worked weekends from tyme4j, in a zone. A year that
 * is not announced yet has its weekends alone.
 */
final class StatutoryCalendar {
    private static final int FIRST_YEAR = 2020;

    private StatutoryCalendar() {}

    static Calendar in(ZoneId zone) {
        CalendarBuilder calendar = Calendar.named("working-days", zone).openOnWeekdays("00:00-24:00");
        Set<Integer> years = new HashSet<>();
        Stream.iterate(
                        first(),
                        Optional::isPresent,
                        day -> Optional.ofNullable(day.orElseThrow().next(1)))
                .map(Optional::orElseThrow)
                .forEach(day -> {
                    SolarDay solar = day.getDay();
                    LocalDate date = LocalDate.of(solar.getYear(), solar.getMonth(), solar.getDay());
                    years.add(date.getYear());
                    if (day.isWork()) {
                        calendar.workday(date, day.getName());
                    } else {
                        calendar.holiday(date, day.getName());
                    }
                });
        return calendar.statutoryYears(years).build();
    }

    private static Optional<LegalHoliday> first() {
        return IntStream.rangeClosed(1, 31)
                .mapToObj(day -> LegalHoliday.fromYmd(FIRST_YEAR, 1, day))
                .filter(Objects::nonNull)
                .findFirst();
    }
}
