package org.redress.deadline.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Working time and working days of one calendar, in epoch seconds. Safe for any thread: the years already asked about are kept,
 * and a year worked out twice at once is the same year.
 */
public final class WorkingTime {
    /** How far ahead or back of a moment anything is looked for. */
    public static final int YEARS_AT_MOST = 10;

    private final Calendar calendar;
    private final Map<Integer, WorkingYear> years = new ConcurrentHashMap<>();
    private final WorkingDays daysToMidnight;
    private final WorkingDays daysToClose;

    WorkingTime(Calendar calendar) {
        this.calendar = calendar;
        daysToMidnight = new WorkingDays(this, calendar, false);
        daysToClose = new WorkingDays(this, calendar, true);
    }

    /** Working days, each of which is over when its date is. */
    public WorkingDays daysToMidnight() {
        return daysToMidnight;
    }

    /** Working days, each of which is over at its last closing time. */
    public WorkingDays daysToClose() {
        return daysToClose;
    }

    /** The local date of a moment. */
    public LocalDate dateOf(long moment) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(moment), calendar.zone());
    }

    /** 00:00 of that date, as the zone's rules resolve it; the end of the day before. */
    public long startOf(LocalDate date) {
        return year(date.getYear()).dayStart(date.getDayOfYear() - 1);
    }

    /** Whether the date is a working day; a date that the zone skipped altogether is none. */
    public boolean works(LocalDate date) {
        return year(date.getYear()).works(date.getDayOfYear() - 1);
    }

    /** Working seconds in {@code [from, to)}. */
    public long between(long from, long to) {
        if (to <= from) {
            return 0;
        }
        int last = yearNumber(to);
        long seconds = year(last).openUntil(to);
        for (int y = yearNumber(from); y < last; y++) {
            seconds += year(y).open();
        }
        return seconds - yearOf(from).openUntil(from);
    }

    /**
     * The earliest moment by which that many working seconds have passed since {@code from}; a count that ends at a closing time
     * ends there, not at the next opening.
     *
     * @throws UnreachableTimeException if ten years hold less
     */
    public long forward(long from, long seconds) {
        if (seconds <= 0) {
            return from;
        }
        int first = yearNumber(from);
        long wanted = seconds + year(first).openUntil(from);
        for (int y = first; y <= first + YEARS_AT_MOST; y++) {
            WorkingYear year = year(y);
            if (wanted <= year.open()) {
                return year.afterOpen(wanted);
            }
            wanted -= year.open();
        }
        throw new UnreachableTimeException(calendar, "ten years hold less than " + seconds + " s of working time");
    }

    /**
     * The latest moment from which that many working seconds pass until {@code to}; a count that ends at an opening time ends
     * there, not at the closing before.
     *
     * @throws UnreachableTimeException if ten years hold less
     */
    public long backward(long to, long seconds) {
        if (seconds <= 0) {
            return to;
        }
        int last = yearNumber(to);
        long available = year(last).openUntil(to);
        for (int y = last; y >= last - YEARS_AT_MOST; y--) {
            if (seconds <= available && year(y).open() > 0) {
                return year(y).untilOpen(available - seconds);
            }
            seconds -= available;
            available = year(y - 1).open();
        }
        throw new UnreachableTimeException(calendar, "ten years hold less working time than asked for");
    }

    /** Hands over every stretch of {@code [from, to)} in order, cut to fit. */
    public void stretches(long from, long to, Consumer<Stretch> taker) {
        long cursor = from;
        while (cursor < to) {
            WorkingYear year = yearOf(cursor);
            for (int i = year.indexAt(cursor); i < year.stretches().size() && cursor < to; i++) {
                Stretch whole = year.stretches().get(i);
                boolean fits = cursor == whole.from() && whole.to() <= to;
                taker.accept(fits ? whole : new Stretch(cursor, Math.min(whole.to(), to), whole.open(), whole.label()));
                cursor = whole.to();
            }
        }
    }

    /**
     * Hands over every date of {@code [from, to)} in order, the last one cut to fit; those that the zone skipped are left out.
     *
     * @param from the start of a date
     */
    public void dates(long from, long to, DateTaker taker) {
        LocalDate first = dateOf(from);
        int index = first.getDayOfYear() - 1;
        long cursor = from;
        for (int number = first.getYear(); cursor < to; number++) {
            WorkingYear year = year(number);
            for (; index < year.length() && cursor < to; index++) {
                long midnight = year.dayStart(index + 1);
                if (cursor < midnight) {
                    taker.take(year.day(index), cursor, Math.min(midnight, to), year.lastClose(index), midnight);
                    cursor = midnight;
                }
            }
            index = 0;
        }
    }

    private WorkingYear yearOf(long moment) {
        return year(yearNumber(moment));
    }

    int yearNumber(long moment) {
        return dateOf(moment).getYear();
    }

    WorkingYear year(int number) {
        WorkingYear known = years.get(number);
        return known != null ? known : years.computeIfAbsent(number, y -> new WorkingYear(calendar, y));
    }
}
