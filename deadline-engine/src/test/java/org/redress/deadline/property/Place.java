package org.redress.deadline.property;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.redress.deadline.calendar.Calendar;
import org.redress.deadline.calendar.CalendarBuilder;
import org.redress.deadline.calendar.OpenInterval;

/**
 * A random calendar together with what a clerk would note of it by going through a few weeks minute by minute: which minutes are
 * open, and which local date each belongs to. Nothing here uses the engine's arithmetic.
 */
final class Place {
    /** How many days are noted. */
    static final int DAYS = 45;

    private static final List<String> ZONES = List.of(
            "Asia/Shanghai",
            "Asia/Kathmandu",
            "America/New_York",
            "Europe/London",
            "Australia/Lord_Howe",
            "Africa/Cairo",
            "America/Havana",
            "Pacific/Chatham",
            "Pacific/Apia",
            "America/Sao_Paulo");

    final Calendar calendar;
    final ZoneId zone;
    final LocalDate first;
    /** Epoch minute of the first noted minute. */
    final long origin;
    /** Minutes from {@link #origin} that are open. */
    final BitSet open = new BitSet();
    /** For each minute from {@link #origin}, its local date as days from {@link #first}. */
    final int[] dateOf;

    private final Map<LocalDate, List<OpenInterval>> named = new HashMap<>();
    private final Map<DayOfWeek, List<OpenInterval>> week = new HashMap<>();

    private Place(Random random) {
        zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
        first = firstDate(random, zone);
        CalendarBuilder builder = Calendar.named("random", zone);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, random.nextInt(7) < 2 ? List.of() : hours(random));
        }
        int always = random.nextInt(7);
        week.put(DayOfWeek.of(always + 1), hours(random));
        week.forEach(builder::open);
        for (int i = 0; i < 6; i++) {
            name(first.plusDays(random.nextInt(DAYS)), random, builder);
        }
        calendar = builder.build();
        origin = first.atStartOfDay(zone).toEpochSecond() / 60;
        long end = first.plusDays(DAYS).atStartOfDay(zone).toEpochSecond() / 60;
        dateOf = new int[(int) (end - origin)];
        note();
    }

    static Place random(Random random) {
        return new Place(random);
    }

    /** Half of the time a change of the clocks lies among the first days. */
    private static LocalDate firstDate(Random random, ZoneId zone) {
        LocalDate any = LocalDate.of(2009, 1, 1).plusDays(random.nextInt(365 * 8));
        ZoneOffsetTransition next =
                zone.getRules().nextTransition(any.atStartOfDay(zone).toInstant());
        if (next == null || random.nextBoolean()) {
            return any;
        }
        return next.getDateTimeBefore().toLocalDate().minusDays(random.nextInt(5) + 1L);
    }

    private static List<OpenInterval> hours(Random random) {
        List<OpenInterval> hours = new ArrayList<>();
        int cursor = random.nextInt(5) == 0 ? 0 : random.nextInt(600);
        while (cursor < 1440 && hours.size() < 3) {
            int close = random.nextInt(6) == 0 ? 1440 : Math.min(1440, cursor + 1 + random.nextInt(480));
            hours.add(new OpenInterval(cursor, close));
            cursor = close + (random.nextInt(8) == 0 ? 0 : random.nextInt(240));
        }
        return hours;
    }

    private void name(LocalDate date, Random random, CalendarBuilder builder) {
        if (named.containsKey(date)) {
            return;
        }
        if (random.nextBoolean()) {
            named.put(date, List.of());
            builder.holiday(date, "holiday");
        } else {
            List<OpenInterval> own = hours(random);
            named.put(date, own);
            builder.workday(date, "worked", own.toArray(new OpenInterval[0]));
        }
    }

    private void note() {
        for (int minute = 0; minute < dateOf.length; minute++) {
            ZonedDateTime local = Instant.ofEpochSecond((origin + minute) * 60).atZone(zone);
            LocalDate date = local.toLocalDate();
            dateOf[minute] = (int) (date.toEpochDay() - first.toEpochDay());
            for (OpenInterval interval : hoursOf(date)) {
                if (resolve(date, interval.openMinute()) <= origin + minute
                        && origin + minute < resolve(date, interval.closeMinute())) {
                    open.set(minute);
                }
            }
        }
    }

    private long resolve(LocalDate date, int minute) {
        return minute == 1440
                ? date.plusDays(1).atStartOfDay(zone).toEpochSecond() / 60
                : ZonedDateTime.of(date, LocalTime.of(minute / 60, minute % 60), zone)
                                .toEpochSecond()
                        / 60;
    }

    private List<OpenInterval> hoursOf(LocalDate date) {
        return named.getOrDefault(date, week.getOrDefault(date.getDayOfWeek(), List.of()));
    }

    boolean works(int dayFromFirst) {
        return !hoursOf(first.plusDays(dayFromFirst)).isEmpty();
    }

    long seconds(int minute) {
        return (origin + minute) * 60;
    }
}
