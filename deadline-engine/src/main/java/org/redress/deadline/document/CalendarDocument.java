package org.redress.deadline.document;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.redress.deadline.calendar.Calendar;
import org.redress.deadline.calendar.CalendarBuilder;
import org.redress.deadline.calendar.OpenInterval;

/** Calendars as documents: decoded JSON, objects as {@link Map}, lists as {@link List}. */
public final class CalendarDocument {
    private static final int DATES_AT_MOST = 5000;
    private static final int INTERVALS_AT_MOST = 24;
    private static final Set<String> FIELDS =
            Set.of("id", "zone", "week", "holidays", "workdays", "alwaysOpen", "statutoryYears");

    private final Node root;
    private final List<Problem> problems;
    private final Set<LocalDate> named = new HashSet<>();

    private CalendarDocument(Node root, List<Problem> problems) {
        this.root = root;
        this.problems = problems;
    }

    /** Reads a calendar, or says everything that is wrong with it, each with its pointer. */
    public static Parsed<Calendar> read(@Nullable Object document) {
        List<Problem> problems = new ArrayList<>();
        return new CalendarDocument(Node.root(document, problems), problems).calendar();
    }

    private Parsed<Calendar> calendar() {
        if (!root.object(FIELDS)) {
            return new Parsed.Refused<>(problems);
        }
        String id = root.field("id").text(Names::id).orElse("");
        ZoneId zone = root.field("zone").text(Names::zone).orElse(ZoneId.of("UTC"));
        CalendarBuilder builder = Calendar.named(id, zone);
        week(builder);
        if (root.field("holidays").present()) {
            root.field("holidays").list(DATES_AT_MOST).forEach(node -> holiday(node, builder));
        }
        if (root.field("workdays").present()) {
            root.field("workdays").list(DATES_AT_MOST).forEach(node -> workday(node, builder));
        }
        if (root.field("alwaysOpen").flag(false)) {
            builder.alwaysOpen();
        }
        if (root.field("statutoryYears").present()) {
            Set<Integer> years = new TreeSet<>();
            root.field("statutoryYears")
                    .list(230)
                    .forEach(node -> node.integer(1970, 2199).ifPresent(years::add));
            builder.statutoryYears(years);
        }
        return problems.isEmpty() ? new Parsed.Accepted<>(builder.build()) : new Parsed.Refused<>(problems);
    }

    private void week(CalendarBuilder builder) {
        Node week = root.field("week");
        Set<String> days = new HashSet<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            days.add(shortName(day));
        }
        if (!week.object(days)) {
            return;
        }
        for (DayOfWeek day : DayOfWeek.values()) {
            Node hours = week.field(shortName(day));
            if (hours.present()) {
                builder.open(day, hours(hours));
            }
        }
    }

    private static List<OpenInterval> hours(Node node) {
        List<OpenInterval> hours = new ArrayList<>();
        for (Node entry : node.list(INTERVALS_AT_MOST)) {
            Optional<OpenInterval> interval = entry.text(OpenInterval::parse);
            if (interval.isPresent() && hours.stream().anyMatch(interval.get()::overlaps)) {
                entry.problem("conflict", "overlaps other hours of that day");
            } else {
                interval.ifPresent(hours::add);
            }
        }
        return hours;
    }

    private void holiday(Node node, CalendarBuilder builder) {
        if (node.object(Set.of("date", "name"))) {
            Optional<LocalDate> date = date(node);
            Optional<String> name = node.field("name").text(Names::title);
            if (date.isPresent() && name.isPresent()) {
                builder.holiday(date.get(), name.get());
            }
        }
    }

    private void workday(Node node, CalendarBuilder builder) {
        if (!node.object(Set.of("date", "name", "hours"))) {
            return;
        }
        Optional<LocalDate> date = date(node);
        Optional<String> name = node.field("name").text(Names::title);
        Node hoursNode = node.field("hours");
        List<OpenInterval> hours = hoursNode.present() ? hours(hoursNode) : List.of();
        if (hours.isEmpty() && root.field("week").field("MON").isEmptyOrAbsent()) {
            node.problem("required", "needs hours of its own, because Monday has none");
            return;
        }
        if (date.isPresent() && name.isPresent()) {
            builder.workday(date.get(), name.get(), hours.toArray(new OpenInterval[0]));
        }
    }

    private Optional<LocalDate> date(Node node) {
        Optional<LocalDate> date = node.field("date").text(Names::date);
        if (date.isPresent() && !named.add(date.get())) {
            node.field("date").problem("duplicate", "this date is named twice");
            return Optional.empty();
        }
        return date;
    }

    private static String shortName(DayOfWeek day) {
        return day.name().substring(0, 3).toUpperCase(Locale.ROOT);
    }

    /** The document that {@link #read} reads as an equal calendar; maps keep the order of fields. */
    public static Map<String, Object> write(Calendar calendar) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", calendar.id());
        document.put("zone", calendar.zone().getId());
        document.put("week", week(calendar));
        document.put(
                "holidays",
                calendar.holidays().stream()
                        .map(day -> named(day.date(), day.name(), List.of()))
                        .toList());
        document.put(
                "workdays",
                calendar.workdays().stream()
                        .map(day -> named(day.date(), day.name(), day.hours()))
                        .toList());
        if (calendar.alwaysOpen()) {
            document.put("alwaysOpen", true);
        }
        calendar.statutoryYears()
                .ifPresent(years ->
                        document.put("statutoryYears", years.stream().sorted().toList()));
        return document;
    }

    private static Map<String, Object> week(Calendar calendar) {
        Map<String, Object> week = new LinkedHashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            if (!calendar.hours(day).isEmpty()) {
                week.put(shortName(day), texts(calendar.hours(day)));
            }
        }
        return week;
    }

    private static Map<String, Object> named(LocalDate date, String name, List<OpenInterval> hours) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("date", date.toString());
        document.put("name", name);
        if (!hours.isEmpty()) {
            document.put("hours", texts(hours));
        }
        return document;
    }

    private static List<String> texts(List<OpenInterval> hours) {
        return hours.stream().map(OpenInterval::toString).toList();
    }
}
