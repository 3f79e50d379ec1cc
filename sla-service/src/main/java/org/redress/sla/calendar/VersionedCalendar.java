package org.redress.sla.calendar;

import org.redress.deadline.calendar.Calendar;

/**
 * A version of a calendar. It never changes: a change is the next version.
 *
 * @param owner {@link #SHIPPED}, or the platform whose own it is
 */
public record VersionedCalendar(String owner, int version, Calendar calendar) {
    /** The owner of what the system ships, which every platform may use and none may change. */
    public static final String SHIPPED = "*";

    /** Whether it came with the system. */
    public boolean shipped() {
        return owner.equals(SHIPPED);
    }
}
