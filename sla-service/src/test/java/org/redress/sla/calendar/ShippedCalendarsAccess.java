package org.redress.sla.calendar;

/** Lets tests of other packages have the shipped calendars without a container. */
public final class ShippedCalendarsAccess {
    private ShippedCalendarsAccess() {}

    public static ShippedCalendars shipped() {
        return new ShippedCalendars();
    }
}
