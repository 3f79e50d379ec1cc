package org.redress.sla.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redress.deadline.calendar.Calendar;
import org.redress.deadline.document.CalendarCheck;
import org.redress.deadline.document.CalendarDocument;
import org.redress.deadline.document.Parsed;
import org.redress.service.problem.FieldError;
import org.redress.sla.wording.Wording;

/** Reads calendars that callers send, with everything that is wrong with one at once. Thread safe. */
@ApplicationScoped
public class CalendarRequests {
    private final CalendarRepository calendars;
    private final Wording wording;

    /**
     * A calendar to be stored.
     *
     * @param version as asked for, or {@link StoreCalendar#NEXT_VERSION}
     */
    record Asked(Calendar calendar, int version) {}

    CalendarRequests(CalendarRepository calendars, Wording wording) {
        this.calendars = calendars;
        this.wording = wording;
    }

    /** Reads a calendar and, beside its fields, {@code version}; empty when something is wrong, which is then noted. */
    Optional<Asked> asked(Map<String, Object> document, List<FieldError> errors) {
        Map<String, Object> calendar = new LinkedHashMap<>(document);
        Object version = calendar.remove("version");
        if (version != null && !(version instanceof Integer number && number > 0)) {
            errors.add(wording.of("/version", "type", "version.required"));
        }
        int number = version instanceof Integer given && given > 0 ? given : StoreCalendar.NEXT_VERSION;
        return own(calendar, "", errors).filter(read -> errors.isEmpty()).map(read -> new Asked(read, number));
    }

    /** Reads a calendar that is to be a platform's own. */
    public Optional<Calendar> own(Object document, String under, List<FieldError> errors) {
        Parsed<Calendar> parsed = CalendarDocument.read(document);
        errors.addAll(wording.of(parsed.problems(), under));
        Optional<Calendar> read = parsed.fold(Optional::of, problems -> Optional.empty());
        List<FieldError> more = new ArrayList<>();
        read.ifPresent(calendar -> {
            more.addAll(wording.of(CalendarCheck.of(calendar), under));
            if (calendars.isShipped(calendar.id())) {
                more.add(wording.of(under + "/id", "conflict", "calendar.own"));
            }
        });
        errors.addAll(more);
        return more.isEmpty() ? read : Optional.empty();
    }
}
