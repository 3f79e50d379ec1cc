package org.redress.service.calendar;

import com.tyme.holiday.LegalHoliday;
import com.tyme.solar.SolarDay;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The statutory rest days and worked weekends (调休) of mainland China as the State Council announces them each November for
 * the year to come, from tyme4j. A year that is not announced yet has no dates at all: it is not in {@link #years}.
 *
 * @param days in the order of their dates
 * @param years those with dates
 */
public record StatutoryDays(List<Day> days, Set<Integer> years) {
    private static final int FIRST_YEAR = 2020;

    /**
     * One date that the week alone would get wrong.
     *
     * @param name of the festival, in Chinese
     * @param worked whether it is a worked weekend rather than a day off
     */
    public record Day(LocalDate date, String name, boolean worked) {}

    /** What the library knows today. */
    public static StatutoryDays known() {
        List<Day> days = Stream.iterate(
                        first(),
                        Optional::isPresent,
                        day -> Optional.ofNullable(day.get().next(1)))
                .map(day -> day(day.orElseThrow()))
                .toList();
        return new StatutoryDays(
                days, days.stream().map(day -> day.date().getYear()).collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * These dates with those of notices: a year that a notice is about is the notice's alone, and a day that it names in
     * another year is added where that year says nothing of it.
     */
    public StatutoryDays with(List<PublishedDates.Notice> notices) {
        Set<Integer> published =
                notices.stream().map(PublishedDates.Notice::year).collect(Collectors.toUnmodifiableSet());
        Map<LocalDate, Day> all = new TreeMap<>();
        notices.stream().flatMap(PublishedDates.Notice::days).forEach(day -> all.put(day.date(), day));
        days.stream().filter(day -> !published.contains(day.date().getYear())).forEach(day -> all.put(day.date(), day));
        Set<Integer> known = new HashSet<>(years);
        known.addAll(published);
        return new StatutoryDays(List.copyOf(all.values()), Set.copyOf(known));
    }

    private static Optional<LegalHoliday> first() {
        return IntStream.rangeClosed(1, 31)
                .mapToObj(day -> Optional.ofNullable(LegalHoliday.fromYmd(FIRST_YEAR, 1, day)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Day day(LegalHoliday holiday) {
        SolarDay date = holiday.getDay();
        return new Day(
                LocalDate.of(date.getYear(), date.getMonth(), date.getDay()), holiday.getName(), holiday.isWork());
    }
}
