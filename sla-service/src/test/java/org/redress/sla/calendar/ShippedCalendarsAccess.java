package org.redress.sla.calendar;

import java.util.List;
import org.redress.deadline.calendar.Calendar;
import org.redress.service.calendar.StatutoryDays;

/** Lets tests of other packages have the shipped calendars without a container. */
public final class ShippedCalendarsAccess {
    private static final List<Calendar> SHIPPED = ShippedCalendars.with(StatutoryDays.known());

    private ShippedCalendarsAccess() {}

    public static Calendar shipped(String id) {
        return SHIPPED.stream()
                .filter(calendar -> calendar.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
