package org.redress.deadline;

import java.time.LocalDate;
import java.time.ZoneId;
import org.redress.deadline.calendar.Calendar;
import org.redress.deadline.calendar.CalendarBuilder;

/** Calendars that tests share. */
public final class Calendars {
    /** Where most of them are. */
    public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private Calendars() {}

    /** The office of sla.md, with the autumn of 2026: 1 to 7 October off, 10 October worked. */
    public static Calendar cnOffice() {
        return autumn(Calendar.named("cn-office", SHANGHAI)).build();
    }

    /** The same days, with every moment open. */
    public static Calendar cnAlwaysOpen() {
        return autumn(Calendar.named("cn-24x7", SHANGHAI)).alwaysOpen().build();
    }

    private static CalendarBuilder autumn(CalendarBuilder builder) {
        builder.openOnWeekdays("09:00-12:00", "13:30-18:00");
        for (int day = 1; day <= 7; day++) {
            builder.holiday(LocalDate.of(2026, 10, day), "国庆节");
        }
        return builder.workday(LocalDate.of(2026, 10, 10), "国庆节调休");
    }

    /** Monday to Friday with these hours, in Shanghai, without holidays. */
    public static Calendar weekdays(String... hours) {
        return Calendar.named("weekdays", SHANGHAI).openOnWeekdays(hours).build();
    }

    /** Every day with these hours, in Shanghai, without holidays. */
    public static Calendar daily(String... hours) {
        return Calendar.named("daily", SHANGHAI).openDaily(hours).build();
    }
}
