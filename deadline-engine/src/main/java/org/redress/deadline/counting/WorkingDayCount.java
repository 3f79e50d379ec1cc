package org.redress.deadline.counting;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.deadline.calendar.Calendar;
import org.redress.deadline.calendar.UnreachableTimeException;
import org.redress.deadline.calendar.WorkingTime;
import org.redress.deadline.policy.DayEnd;
import org.redress.deadline.policy.LevelTime;
import org.redress.deadline.policy.Target;

/** Counts working days after the day of the start; a day on whose end the clock is paused doesn't count. */
final class WorkingDayCount implements Counting {
    private final Calendar calendar;
    private final WorkingTime time;
    private final DayEnd dayEnd;
    private final long start;
    private final long days;
    private final List<Pause> pauses;

    WorkingDayCount(Calendar calendar, DayEnd dayEnd, long start, long days, List<Pause> pauses) {
        this.calendar = calendar;
        this.time = calendar.workingTime();
        this.dayEnd = dayEnd;
        this.start = start;
        this.days = days;
        this.pauses = pauses;
    }

    @Override
    public long due() {
        if (days == 0) {
            return start;
        }
        LocalDate date = time.dateOf(start);
        long left = days;
        int pause = 0;
        for (int running = 0; running <= Target.DAYS_AT_MOST; running++) {
            date = date.plusDays(1);
            if (!time.works(date)) {
                continue;
            }
            long end = endOf(date);
            pause = firstNotOverBefore(end, pause);
            if (pause == pauses.size() || !pauses.get(pause).holdsUpTo(end)) {
                if (--left == 0) {
                    return end;
                }
            } else if (pauses.get(pause).to() == NEVER) {
                return NEVER;
            } else {
                running--;
            }
        }
        throw new UnreachableTimeException(calendar, "ten years hold less than " + days + " working days");
    }

    private int firstNotOverBefore(long end, int from) {
        int pause = from;
        while (pause < pauses.size() && pauses.get(pause).to() < end) {
            pause++;
        }
        return pause;
    }

    private long endOf(LocalDate date) {
        return dayEnd == DayEnd.CLOSE ? time.lastCloseOf(date) : time.startOf(date.plusDays(1));
    }

    @Override
    public long at(LevelTime level, long due) {
        return DayLevels.at(level, start, due);
    }

    @Override
    public List<Segment> segments(long to) {
        Segments segments = new Segments();
        LocalDate date = time.dateOf(start).plusDays(1);
        long cursor = Math.min(time.startOf(date), to);
        segments.add(start, cursor, false, "BEFORE_START_DAY");
        for (; cursor < to; date = date.plusDays(1)) {
            long next = Math.min(time.startOf(date.plusDays(1)), to);
            String paused = time.works(date) ? pausedOn(endOf(date)) : null;
            segments.add(cursor, next, time.works(date) && paused == null, paused == null ? label(date) : paused);
            cursor = next;
        }
        return segments.list();
    }

    private String label(LocalDate date) {
        return time.day(date).label();
    }

    private @Nullable String pausedOn(long end) {
        return pauses.stream()
                .filter(pause -> pause.holdsUpTo(end))
                .map(Pause::label)
                .findFirst()
                .orElse(null);
    }
}
