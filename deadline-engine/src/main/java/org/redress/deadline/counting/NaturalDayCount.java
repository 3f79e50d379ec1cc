package org.redress.deadline.counting;

import java.time.LocalDate;
import java.util.List;
import org.redress.deadline.calendar.Calendar;
import org.redress.deadline.calendar.UnreachableTimeException;
import org.redress.deadline.calendar.WorkingTime;
import org.redress.deadline.policy.LevelTime;
import org.redress.deadline.policy.Target;

/** Counts days after the day of the start and rolls the last one past rest days (civil code 201-203). Never pauses. */
final class NaturalDayCount implements Counting {
    private final Calendar calendar;
    private final WorkingTime time;
    private final boolean rollForward;
    private final long start;
    private final long days;

    NaturalDayCount(Calendar calendar, boolean rollForward, long start, long days) {
        this.calendar = calendar;
        this.time = calendar.workingTime();
        this.rollForward = rollForward;
        this.start = start;
        this.days = days;
    }

    @Override
    public long due() {
        return days == 0 ? start : time.startOf(lastDay().plusDays(1));
    }

    private LocalDate lastDay() {
        LocalDate counted = time.dateOf(start).plusDays(days);
        if (!rollForward) {
            return counted;
        }
        for (int rolled = 0; rolled <= Target.DAYS_AT_MOST; rolled++) {
            if (time.works(counted.plusDays(rolled))) {
                return counted.plusDays(rolled);
            }
        }
        throw new UnreachableTimeException(calendar, "no working day within ten years after " + counted);
    }

    @Override
    public long at(LevelTime level, long due) {
        return DayLevels.at(level, start, due);
    }

    @Override
    public List<Segment> segments(long to) {
        Segments segments = new Segments();
        LocalDate firstDate = time.dateOf(start).plusDays(1);
        long first = Math.min(time.startOf(firstDate), to);
        long countedUntil = time.startOf(firstDate.plusDays(days));
        segments.add(start, first, false, "BEFORE_START_DAY");
        time.dates(first, to, (day, from, until, lastClose, midnight) -> {
            boolean counts = from < countedUntil;
            segments.add(from, until, counts, !counts && day.works() ? "ROLLED_FORWARD" : day.label());
        });
        return segments.list();
    }
}
