package org.redress.sla.calendar;

import java.time.ZoneId;
import java.util.List;
import org.redress.deadline.calendar.Calendar;
import org.redress.deadline.calendar.CalendarBuilder;
import org.redress.service.calendar.StatutoryDays;

/**
 * The calendars every platform may use: {@code cn-24x7}, open at all times with the working days of an office, and
 * {@code cn-office}, Monday to Friday 09:00–12:00 and 13:30–18:00. Both follow the statutory dates of mainland China and say
 * for which years they have them.
 */
final class ShippedCalendars {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private ShippedCalendars() {}

    /** Both, with those statutory dates. */
    static List<Calendar> with(StatutoryDays statutory) {
        return List.of(
                office("cn-24x7", statutory).alwaysOpen().build(),
                office("cn-office", statutory).build());
    }

    private static CalendarBuilder office(String id, StatutoryDays statutory) {
        CalendarBuilder calendar = Calendar.named(id, SHANGHAI)
                .openOnWeekdays("09:00-12:00", "13:30-18:00")
                .statutoryYears(statutory.years());
        for (StatutoryDays.Day day : statutory.days()) {
            if (day.worked()) {
                calendar.workday(day.date(), day.name());
            } else {
                calendar.holiday(day.date(), day.name());
            }
        }
        return calendar;
    }
}
