package org.redress.deadline.clock;

import java.time.Instant;
import java.util.List;
import org.redress.deadline.calendar.Calendar;
import org.redress.deadline.counting.Counting;
import org.redress.deadline.policy.ClockRule;

/** A single deadline, for those who grant one rather than watch it. */
public final class Deadline {
    private Deadline() {}

    /**
     * When a promise that starts at that moment is due, if nothing pauses it.
     *
     * @return in whole seconds
     * @throws org.redress.deadline.calendar.UnreachableTimeException if the calendar doesn't get there in ten years
     */
    public static Instant of(ClockRule rule, Calendar calendar, Instant start) {
        long due = Counting.of(rule, rule.target(), calendar, start.getEpochSecond(), List.of())
                .due();
        return Instant.ofEpochSecond(due);
    }
}
