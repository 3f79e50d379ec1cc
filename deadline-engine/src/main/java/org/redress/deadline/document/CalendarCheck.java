package org.redress.deadline.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.redress.deadline.calendar.Calendar;
import org.redress.deadline.policy.Target;

/** What makes a well-formed calendar a wrong one: it never opens, or claims dates that it does not have. */
public final class CalendarCheck {
    private CalendarCheck() {}

    /** Everything that is wrong with a calendar to be kept; empty if nothing is. */
    public static List<Problem> of(Calendar calendar) {
        List<Problem> problems = new ArrayList<>(unfounded(calendar));
        if (!calendar.alwaysOpen() && !Reach.withinTenYears(Target.workingDays(1), calendar)) {
            problems.add(new Problem("/week", "unreachable", "never opens: no working time in ten years"));
        }
        return List.copyOf(problems);
    }

    /** Years whose statutory dates are claimed while no date of theirs is named: counting by them would be wrong unseen. */
    public static List<Problem> unfounded(Calendar calendar) {
        Set<Integer> named = new HashSet<>();
        calendar.holidays().forEach(day -> named.add(yearOf(day.date())));
        calendar.workdays().forEach(day -> named.add(yearOf(day.date())));
        return calendar.statutoryYears().orElse(Set.of()).stream()
                .sorted()
                .filter(year -> !named.contains(year))
                .map(year -> new Problem(
                        "/statutoryYears", "empty", "statutory dates of " + year + " are claimed, but none is named"))
                .toList();
    }

    private static int yearOf(LocalDate date) {
        return date.getYear();
    }
}
