package org.redress.benchmarks.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import org.redress.deadline.calendar.Calendar;
import org.redress.deadline.calendar.Holiday;
import org.redress.deadline.calendar.OpenInterval;
import org.redress.deadline.calendar.Workday;
import org.redress.deadline.policy.Target;

/**
 * What one writes first: java.time, from minute to minute through working time and from day to day through days. Knows an
 * office with the same hours every working day and no pauses.
 */
final class MinuteCounter {
    private final ZoneId zone;
    private final LocalTime[] opens;
    private final LocalTime[] closes;
    private final Set<LocalDate> holidays = new HashSet<>();
    private final Set<LocalDate> workdays = new HashSet<>();

    MinuteCounter(Calendar calendar) {
        zone = calendar.zone();
        var hours = calendar.hours(java.time.DayOfWeek.MONDAY);
        opens = hours.stream()
                .map(OpenInterval::openMinute)
                .map(MinuteCounter::time)
                .toArray(LocalTime[]::new);
        closes = hours.stream()
                .map(OpenInterval::closeMinute)
                .map(MinuteCounter::time)
                .toArray(LocalTime[]::new);
        calendar.holidays().stream().map(Holiday::date).forEach(holidays::add);
        calendar.workdays().stream().map(Workday::date).forEach(workdays::add);
    }

    private static LocalTime time(int minute) {
        return LocalTime.ofSecondOfDay(minute * 60L);
    }

    /** When that much from that moment on is used up. */
    Instant due(Target target, Instant start) {
        return switch (target.unit()) {
            case ELAPSED -> start.plusSeconds(target.amount());
            case WORKING_TIME -> workingTime(start.atZone(zone), target.amount() / 60);
            case WORKING_DAYS -> workingDays(start.atZone(zone).toLocalDate(), target.amount());
            case NATURAL_DAYS -> naturalDays(start.atZone(zone).toLocalDate(), target.amount());
        };
    }

    private Instant workingTime(ZonedDateTime start, long minutes) {
        ZonedDateTime moment = start;
        for (long left = minutes; left > 0; moment = moment.plusMinutes(1)) {
            left -= open(moment) ? 1 : 0;
        }
        return moment.toInstant();
    }

    private Instant workingDays(LocalDate start, long days) {
        LocalDate date = start;
        for (long left = days; left > 0; left -= works(date) ? 1 : 0) {
            date = date.plusDays(1);
        }
        return midnightAfter(date);
    }

    private Instant naturalDays(LocalDate start, long days) {
        LocalDate date = start;
        for (long left = days; left > 0; left--) {
            date = date.plusDays(1);
        }
        while (!works(date)) {
            date = date.plusDays(1);
        }
        return midnightAfter(date);
    }

    private Instant midnightAfter(LocalDate date) {
        return date.plusDays(1).atStartOfDay(zone).toInstant();
    }

    private boolean open(ZonedDateTime moment) {
        if (!works(moment.toLocalDate())) {
            return false;
        }
        LocalTime time = moment.toLocalTime().truncatedTo(ChronoUnit.MINUTES);
        for (int i = 0; i < opens.length; i++) {
            if (!time.isBefore(opens[i]) && time.isBefore(closes[i])) {
                return true;
            }
        }
        return false;
    }

    private boolean works(LocalDate date) {
        return workdays.contains(date) || (date.getDayOfWeek().getValue() < 6 && !holidays.contains(date));
    }
}
