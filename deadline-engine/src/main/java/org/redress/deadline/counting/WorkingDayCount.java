package org.redress.deadline.counting;

import java.util.List;
import org.redress.deadline.calendar.Calendar;
import org.redress.deadline.calendar.UnreachableTimeException;
import org.redress.deadline.calendar.WorkingDays;
import org.redress.deadline.calendar.WorkingTime;
import org.redress.deadline.policy.DayEnd;
import org.redress.deadline.policy.LevelTime;
import org.redress.deadline.policy.Target;

/** Counts working days after the day of the start; a day on whose end the clock is paused doesn't count. */
final class WorkingDayCount implements Counting {
    private final Calendar calendar;
    private final WorkingTime time;
    private final WorkingDays ends;
    private final DayEnd dayEnd;
    private final long start;
    private final long days;
    private final List<Pause> pauses;

    WorkingDayCount(Calendar calendar, DayEnd dayEnd, long start, long days, List<Pause> pauses) {
        this.calendar = calendar;
        this.time = calendar.workingTime();
        this.ends = dayEnd == DayEnd.CLOSE ? time.daysToClose() : time.daysToMidnight();
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
        long cursor = firstDay();
        long left = days;
        long paused = 0;
        for (Pause pause : pauses) {
            long from = Math.max(cursor, pause.from());
            long running = ends.between(cursor, from);
            if (left <= running) {
                break;
            }
            if (pause.to() == NEVER) {
                // Without another working day in reach it would not be the pause that the clock waits for.
                reached(from, 1, paused);
                return NEVER;
            }
            left -= running;
            long to = Math.max(cursor, pause.to());
            paused += ends.between(from, to);
            cursor = to;
        }
        return reached(cursor, left, paused);
    }

    private long firstDay() {
        return time.startOf(time.dateOf(start).plusDays(1));
    }

    /** Ten years, and as many days as were paused, are the most that is looked at. */
    private long reached(long cursor, long left, long paused) {
        long end = ends.end(cursor, left);
        if (end - start > (Target.DAYS_AT_MOST + paused) * 86_400L
                && time.dateOf(end - 1).toEpochDay() - time.dateOf(start).toEpochDay() - paused
                        > Target.DAYS_AT_MOST + 1) {
            throw new UnreachableTimeException(calendar, "ten years hold less than " + days + " working days");
        }
        return end;
    }

    @Override
    public long at(LevelTime level, long due) {
        return DayLevels.at(level, start, due);
    }

    @Override
    public List<Segment> segments(long to) {
        Segments segments = new Segments();
        long first = Math.min(firstDay(), to);
        segments.add(start, first, false, "BEFORE_START_DAY");
        PauseWalk walk = new PauseWalk(pauses);
        time.dates(first, to, (day, from, until, lastClose, midnight) -> {
            Pause paused = day.works() ? walk.holdingUpTo(dayEnd == DayEnd.CLOSE ? lastClose : midnight) : null;
            segments.add(from, until, day.works() && paused == null, paused == null ? day.label() : paused.label());
        });
        return segments.list();
    }
}
