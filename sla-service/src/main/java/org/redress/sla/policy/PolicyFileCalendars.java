package org.redress.sla.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redress.deadline.calendar.Calendar;
import org.redress.deadline.document.CalendarDocument;
import org.redress.deadline.document.Parsed;
import org.redress.service.problem.FieldError;
import org.redress.sla.calendar.CalendarRepository;
import org.redress.sla.calendar.CalendarRequests;
import org.redress.sla.calendar.VersionedCalendar;
import org.redress.sla.policy.PolicyFile.CalendarEntry;
import org.redress.sla.policy.PolicyFile.CalendarName;
import org.redress.sla.wording.Wording;

/** Reads the calendars of one file: what is there already, what is to be stored, and what is wrong. For one import. */
final class PolicyFileCalendars {
    private final String platform;
    private final CalendarRepository stored;
    private final CalendarRequests reading;
    private final Wording wording;
    private final List<FieldError> errors;
    private final Map<CalendarName, VersionedCalendar> known = new HashMap<>();
    private final List<VersionedCalendar> toStore = new ArrayList<>();
    private final Map<String, Integer> last = new HashMap<>();

    PolicyFileCalendars(
            String platform,
            CalendarRepository stored,
            CalendarRequests reading,
            Wording wording,
            List<FieldError> errors) {
        this.platform = platform;
        this.stored = stored;
        this.reading = reading;
        this.wording = wording;
        this.errors = errors;
    }

    /** Reads one entry of the file. */
    void read(CalendarEntry entry, String under) {
        if (entry.shipped()) {
            Parsed<Calendar> parsed = CalendarDocument.read(entry.calendar());
            errors.addAll(wording.of(parsed.problems(), under + "/calendar"));
            Optional<Calendar> calendar = parsed.fold(Optional::of, problems -> Optional.empty());
            calendar.ifPresent(read -> shipped(read, entry.version(), under));
        } else {
            reading.own(entry.calendar(), under + "/calendar", errors)
                    .ifPresent(calendar -> own(calendar, entry.version(), under));
        }
    }

    /** The calendar that a policy of the file names, as it is stored here or will be. */
    Optional<VersionedCalendar> find(CalendarName name) {
        return Optional.ofNullable(known.get(name));
    }

    /** Those that are new, in the file's order. */
    List<VersionedCalendar> toStore() {
        return toStore;
    }

    /** The same calendar may have another version number on another installation. */
    private void shipped(Calendar calendar, int version, String under) {
        stored.shippedLike(calendar)
                .ifPresentOrElse(
                        same -> known.put(new CalendarName(true, calendar.id(), version), same),
                        () -> errors.add(wording.of(under, "unknown", "file.calendarMissing")));
    }

    private void own(Calendar calendar, int version, String under) {
        var name = new CalendarName(false, calendar.id(), version);
        Optional<VersionedCalendar> there = stored.version(platform, calendar.id(), version);
        int before = last.computeIfAbsent(calendar.id(), id -> stored.holdLastVersion(platform, id));
        if (there.isPresent() && !there.get().calendar().equals(calendar)) {
            errors.add(wording.of(under + "/version", "conflict", "file.conflict", version));
        } else if (there.isPresent()) {
            known.put(name, there.get());
        } else if (version != before + 1) {
            errors.add(wording.of(under + "/version", "value", "file.version"));
        } else {
            last.put(calendar.id(), version);
            var fresh = new VersionedCalendar(platform, version, calendar);
            known.put(name, fresh);
            toStore.add(fresh);
        }
    }
}
