package org.redress.sla.calendar;

import org.redress.deadline.calendar.Calendar;
import org.redress.service.calendar.StatutoryDays;

/** Lets tests of other packages have the shipped calendars without a container. */
public final class ShippedCalendarsAccess {
    private ShippedCalendarsAccess() {}

    public static Calendar shipped(String id) {
        return ShippedCalendars.with(StatutoryDays.known()).stream()
                .filter(calendar -> calendar.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
