package org.redress.deadline.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts a {@link Calendar} together. Not for several threads at once. Every method refuses what contradicts itself. */
public final class CalendarBuilder {
    final String id;
    final ZoneId zone;
    final Map<DayOfWeek, List<OpenInterval>> week = new EnumMap<>(DayOfWeek.class);
    final Map<LocalDate, Holiday> holidays = new HashMap<>();
    final Map<LocalDate, Workday> workdays = new HashMap<>();
    boolean alwaysOpen;

    @Nullable
    Set<Integer> statutoryYears;

    CalendarBuilder(String id, ZoneId zone) {
        this.id = id;
        this.zone = zone;
    }

    /**
     * Sets the open hours of a weekday.
     *
     * @throws IllegalArgumentException if two of them overlap
     */
    public CalendarBuilder open(DayOfWeek day, List<OpenInterval> hours) {
        if (!hours.isEmpty()) {
            week.put(day, ascending(hours));
        }
        return this;
    }

    /** Sets the same hours, written like {@code 09:00-12:00}, for Monday to Friday. */
    public CalendarBuilder openOnWeekdays(String... hours) {
        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY).forEach(day -> open(day, parsed(hours)));
        return this;
    }

    /** Sets the same hours, written like {@code 09:00-12:00}, for every day of the week. */
    public CalendarBuilder openDaily(String... hours) {
        EnumSet.allOf(DayOfWeek.class).forEach(day -> open(day, parsed(hours)));
        return this;
    }

    /**
     * Closes a date.
     *
     * @throws IllegalArgumentException if the date is named already
     */
    public CalendarBuilder holiday(LocalDate date, String name) {
        refuseNamed(date);
        holidays.put(date, new Holiday(date, name));
        return this;
    }

    /**
     * Opens a date, with its own hours or, if none are given, those of Monday.
     *
     * @throws IllegalArgumentException if the date is named already, or two of the hours overlap
     */
    public CalendarBuilder workday(LocalDate date, String name, OpenInterval... hours) {
        refuseNamed(date);
        workdays.put(date, new Workday(date, name, ascending(Arrays.asList(hours))));
        return this;
    }

    /** Makes every moment working time; the week then only tells working days from rest days. */
    public CalendarBuilder alwaysOpen() {
        alwaysOpen = true;
        return this;
    }

    /** Says of which years the statutory dates are in here; explanations flag every other year they touch. */
    public CalendarBuilder statutoryYears(Set<Integer> years) {
        statutoryYears = Set.copyOf(years);
        return this;
    }

    /**
     * The calendar.
     *
     * @throws IllegalArgumentException if a workday without hours of its own needs Monday's and Monday has none
     */
    public Calendar build() {
        boolean mondayless = week.getOrDefault(DayOfWeek.MONDAY, List.of()).isEmpty();
        workdays.values().stream()
                .filter(day -> mondayless && day.hours().isEmpty())
                .findAny()
                .ifPresent(day -> {
                    throw new IllegalArgumentException(
                            "the workday " + day.date() + " needs hours of its own, because Monday has none");
                });
        return new Calendar(this);
    }

    private void refuseNamed(LocalDate date) {
        if (holidays.containsKey(date) || workdays.containsKey(date)) {
            throw new IllegalArgumentException("the date " + date + " is named twice");
        }
    }

    private static List<OpenInterval> parsed(String... hours) {
        return Arrays.stream(hours).map(OpenInterval::parse).toList();
    }

    private static List<OpenInterval> ascending(List<OpenInterval> hours) {
        List<OpenInterval> sorted = new ArrayList<>(hours);
        sorted.sort(Comparator.comparingInt(OpenInterval::openMinute));
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).overlaps(sorted.get(i - 1))) {
                throw new IllegalArgumentException(sorted.get(i - 1) + " and " + sorted.get(i) + " overlap");
            }
        }
        return List.copyOf(sorted);
    }
}
