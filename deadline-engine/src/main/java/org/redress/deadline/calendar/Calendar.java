package org.redress.deadline.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * When a place works: open hours by weekday, dates closed and dates opened by name, in one time zone.
 *
 * <p>A value: immutable, compared by what it says, safe for any thread. The years it was asked about are worked out once and
 * kept, so reuse an instance rather than building one per question.
 */
public final class Calendar {
    private final String id;
    private final ZoneId zone;
    private final Map<DayOfWeek, List<OpenInterval>> week;
    private final SortedMap<LocalDate, Holiday> holidays;
    private final SortedMap<LocalDate, Workday> workdays;
    private final boolean alwaysOpen;
    private final @Nullable Set<Integer> statutoryYears;
    private final WorkingTime workingTime;

    Calendar(CalendarBuilder from) {
        id = from.id;
        zone = from.zone;
        week = new EnumMap<>(from.week);
        holidays = new TreeMap<>(from.holidays);
        workdays = new TreeMap<>(from.workdays);
        alwaysOpen = from.alwaysOpen;
        statutoryYears = from.statutoryYears;
        workingTime = new WorkingTime(this);
    }

    /** Starts a calendar without any open hours. */
    public static CalendarBuilder named(String id, ZoneId zone) {
        return new CalendarBuilder(id, zone);
    }

    /** The name policies use. */
    public String id() {
        return id;
    }

    /** The zone whose local dates and times everything here means. */
    public ZoneId zone() {
        return zone;
    }

    /** The open hours of a weekday, ascending; empty for a rest day. */
    public List<OpenInterval> hours(DayOfWeek day) {
        return week.getOrDefault(day, List.of());
    }

    /** Dates closed by name, by date. */
    public List<Holiday> holidays() {
        return List.copyOf(holidays.values());
    }

    /** Dates opened by name, by date. */
    public List<Workday> workdays() {
        return List.copyOf(workdays.values());
    }

    /** Whether every moment counts as working time; the week then only says which days are working days. */
    public boolean alwaysOpen() {
        return alwaysOpen;
    }

    /** The years whose statutory dates are in here, or empty if this calendar makes no claim about any. */
    public Optional<Set<Integer>> statutoryYears() {
        return Optional.ofNullable(statutoryYears);
    }

    /** Whether this calendar claims statutory dates but lacks those of that year: its answers there are provisional. */
    public boolean lacksStatutoryDatesOf(int year) {
        return statutoryYears != null && !statutoryYears.contains(year);
    }

    /** Whether this calendar has a working day at all. */
    public boolean worksAtAll() {
        return !workdays.isEmpty() || week.values().stream().anyMatch(hours -> !hours.isEmpty());
    }

    /** What that local date is. */
    public Day day(LocalDate date) {
        Holiday holiday = holidays.get(date);
        if (holiday != null) {
            return new Day(date, Day.Kind.HOLIDAY, holiday.name(), open(List.of()));
        }
        Workday workday = workdays.get(date);
        if (workday != null) {
            List<OpenInterval> own = workday.hours().isEmpty() ? hours(DayOfWeek.MONDAY) : workday.hours();
            return new Day(date, Day.Kind.WORKING, workday.name(), open(own));
        }
        List<OpenInterval> usual = hours(date.getDayOfWeek());
        return new Day(date, usual.isEmpty() ? Day.Kind.REST : Day.Kind.WORKING, null, open(usual));
    }

    private List<OpenInterval> open(List<OpenInterval> hours) {
        return alwaysOpen ? List.of(OpenInterval.WHOLE_DAY) : hours;
    }

    /** Working time and working days by this calendar, in epoch seconds. */
    public WorkingTime workingTime() {
        return workingTime;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Calendar that
                && id.equals(that.id)
                && zone.equals(that.zone)
                && week.equals(that.week)
                && holidays.equals(that.holidays)
                && workdays.equals(that.workdays)
                && alwaysOpen == that.alwaysOpen
                && Objects.equals(statutoryYears, that.statutoryYears);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, zone, week, holidays, workdays, alwaysOpen, statutoryYears);
    }

    @Override
    public String toString() {
        return "Calendar " + id + " (" + zone + ")";
    }
}
