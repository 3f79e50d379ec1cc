package org.redress.deadline.counting;

import java.util.List;
import org.redress.deadline.calendar.Calendar;
import org.redress.deadline.policy.ClockRule;
import org.redress.deadline.policy.LevelTime;
import org.redress.deadline.policy.Target;

/** How one unit counts from a start to its due time. All times are epoch seconds. */
public interface Counting {

    /** Not before an event that has not happened yet: a clock is paused and nothing is known to end that. */
    long NEVER = Long.MAX_VALUE;

    /**
     * When the target is used up, or {@link #NEVER}.
     *
     * @throws org.redress.deadline.calendar.UnreachableTimeException if the calendar doesn't get there in ten years
     */
    long due();

    /**
     * When a level lies, never before the start, or {@link #NEVER}.
     *
     * @param due what {@link #due} said, or an earlier time the clock was cut to: shares are then of the time left
     */
    long at(LevelTime level, long due);

    /** What counted and what did not, from the start to that moment, without gaps. */
    List<Segment> segments(long to);

    /**
     * The arithmetic of a target's unit.
     *
     * @param pauses ascending, apart from each other, none before the start; days that never pause take no notice of them
     */
    static Counting of(ClockRule rule, Target target, Calendar calendar, long start, List<Pause> pauses) {
        return switch (target.unit()) {
            case ELAPSED -> new TimeCount(Measure.ELAPSED, start, target.amount(), pauses);
            case WORKING_TIME -> new TimeCount(Measure.working(calendar), start, target.amount(), pauses);
            case WORKING_DAYS -> new WorkingDayCount(calendar, rule.dayEnd(), start, target.amount(), pauses);
            case NATURAL_DAYS -> new NaturalDayCount(calendar, rule.rollForward(), start, target.amount());
        };
    }
}
