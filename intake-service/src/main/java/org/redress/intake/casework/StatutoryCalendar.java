package org.redress.intake.casework;

import java.time.ZoneId;
import org.redress.deadline.calendar.Calendar;
import org.redress.deadline.calendar.CalendarBuilder;
import org.redress.service.calendar.StatutoryDays;

/**
 * The working days of mainland China, with its statutory rest days and worked weekends, in a zone. A year that is not
 * announced yet has its weekends alone.
 */
final class StatutoryCalendar {
    private StatutoryCalendar() {}

    static Calendar in(ZoneId zone, StatutoryDays statutory) {
        CalendarBuilder calendar = Calendar.named("working-days", zone)
                .openOnWeekdays("00:00-24:00")
                .statutoryYears(statutory.years());
        for (StatutoryDays.Day day : statutory.days()) {
            if (day.worked()) {
                calendar.workday(day.date(), day.name());
            } else {
                calendar.holiday(day.date(), day.name());
            }
        }
        return calendar.build();
    }
}
