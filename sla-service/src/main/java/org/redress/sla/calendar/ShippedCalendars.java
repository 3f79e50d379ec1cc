package org.redress.sla.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.deadline.calendar.Calendar;
import org.redress.deadline.calendar.CalendarBuilder;

/**
 * The calendars every platform may use: {@code cn-24x7}, open at all times with the working days of an office, and
 * {@code cn-office}, Monday to Friday 09:00–12:00 and 13:30–18:00. Both follow the statutory dates of mainland China and say
 * for which years they have them. Immutable, thread safe.
 */
@ApplicationScoped
public class ShippedCalendars {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final Map<String, Calendar> byId;

    ShippedCalendars() {
        StatutoryDays statutory = StatutoryDays.known();
        byId = Stream.of(office("cn-24x7", statutory).alwaysOpen(), office("cn-office", statutory))
                .map(CalendarBuilder::build)
                .collect(Collectors.toUnmodifiableMap(Calendar::id, Function.identity()));
    }

    /** The calendar of that name. */
    public Optional<Calendar> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** All of them, by name. */
    public Collection<Calendar> all() {
        return List.copyOf(byId.values());
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
