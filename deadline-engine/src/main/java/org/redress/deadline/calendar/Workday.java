package org.redress.deadline.calendar;

import java.time.LocalDate;
import java.util.List;

/**
 * A date that is worked though the week would close it (调休). The name shows up in explanations.
 *
 * @param hours the open hours of that date; empty for those of a Monday
 */
public record Workday(LocalDate date, String name, List<OpenInterval> hours) {

    /** Copies the hours. */
    public Workday {
        hours = List.copyOf(hours);
    }
}
