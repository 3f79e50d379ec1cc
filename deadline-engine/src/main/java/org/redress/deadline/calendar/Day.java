package org.redress.deadline.calendar;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One local date of a calendar.
 *
 * @param name the holiday's or the worked weekend's name, null on ordinary days
 * @param hours open hours in ascending order; a calendar that is always open has hours on rest days too
 */
public record Day(LocalDate date, Kind kind, @Nullable String name, List<OpenInterval> hours) {

    /** What a date is. */
    public enum Kind {
        /** A working day, by the week or by being named one. */
        WORKING,
        /** A day the week leaves closed. */
        REST,
        /** A day closed by name. */
        HOLIDAY
    }

    /** Whether this is a working day. */
    public boolean works() {
        return kind == Kind.WORKING;
    }

    /** What an explanation calls this day: its name, else {@code WORKING} or {@code REST_DAY}. */
    public String label() {
        if (name != null) {
            return name;
        }
        return works() ? "WORKING" : "REST_DAY";
    }
}
