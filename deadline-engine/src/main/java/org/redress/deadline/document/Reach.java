package org.redress.deadline.document;

import java.time.LocalDate;
import java.util.List;
import org.redress.deadline.calendar.Calendar;
import org.redress.deadline.calendar.UnreachableTimeException;
import org.redress.deadline.counting.Counting;
import org.redress.deadline.policy.ClockRule;
import org.redress.deadline.policy.Metric;
import org.redress.deadline.policy.Target;

/** Whether a calendar reaches a target, tried from a start after its last named date: from there on only the week counts. */
final class Reach {
    private static final LocalDate ORDINARY = LocalDate.of(2001, 1, 1);

    private Reach() {}

    static boolean withinTenYears(Target target, Calendar calendar) {
        LocalDate start = ORDINARY;
        for (var holiday : calendar.holidays()) {
            start = holiday.date().isBefore(start) ? start : holiday.date().plusDays(1);
        }
        for (var workday : calendar.workdays()) {
            start = workday.date().isBefore(start) ? start : workday.date().plusDays(1);
        }
        ClockRule rule = ClockRule.of(Metric.RESOLUTION, target);
        long from = calendar.workingTime().startOf(start);
        try {
            Counting.of(rule, target, calendar, from, List.of()).due();
            return true;
        } catch (UnreachableTimeException e) {
            return false;
        }
    }
}
