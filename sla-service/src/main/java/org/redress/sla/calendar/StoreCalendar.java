package org.redress.sla.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.redress.deadline.calendar.Calendar;
import org.redress.service.problem.ProblemException;
import org.redress.sla.calendar.CalendarRepository.StoredCalendar;
import org.redress.sla.wording.Wording;

/** Stores a calendar as its next version. Policies and complaints keep the version they have. */
@ApplicationScoped
public class StoreCalendar {
    /** A version's number when the caller leaves the choice to us. */
    public static final int NEXT_VERSION = 0;

    private final CalendarRepository calendars;
    private final Wording wording;

    StoreCalendar(CalendarRepository calendars, Wording wording) {
        this.calendars = calendars;
        this.wording = wording;
    }

    /**
     * Stores a platform's own calendar, found to be right, as its next version.
     *
     * @param version {@link #NEXT_VERSION}, or exactly the next one
     * @throws ProblemException 409 when the version is not the next one, 422 when a shipped calendar has that name
     */
    @Transactional
    public VersionedCalendar own(String platform, Calendar calendar, int version, String by) {
        if (calendars.isShipped(calendar.id())) {
            throw ProblemException.invalid(List.of(wording.of("/id", "conflict", "calendar.own")));
        }
        int next = calendars.holdLastVersion(platform, calendar.id()) + 1;
        if (version != NEXT_VERSION && version != next) {
            throw ProblemException.conflict(wording.text("calendar.next", next));
        }
        calendars.insert(platform, next, calendar, by);
        return new VersionedCalendar(platform, next, calendar);
    }

    /** Stores a shipped calendar, unless one of its versions says the same; so an older build puts nothing back. */
    @Transactional
    void shipped(Calendar calendar) {
        int last = calendars.holdLastVersion(VersionedCalendar.SHIPPED, calendar.id());
        for (int version = last; version > 0; version--) {
            Optional<StoredCalendar> known = calendars.find(VersionedCalendar.SHIPPED, calendar.id(), version);
            if (known.isPresent()
                    && CalendarDocuments.read(known.get().document()).equals(calendar)) {
                return;
            }
        }
        calendars.insert(VersionedCalendar.SHIPPED, last + 1, calendar, "shipped");
    }
}
