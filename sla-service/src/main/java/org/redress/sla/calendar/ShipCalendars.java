package org.redress.sla.calendar;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jspecify.annotations.Nullable;
import org.redress.service.calendar.StatutoryDates;
import org.redress.service.calendar.StatutoryDays;

/** Stores the shipped calendars, at start and whenever the statutory dates are other ones. */
@ApplicationScoped
class ShipCalendars {
    private static final int BEFORE_POLICIES = 90;

    private final StoreCalendar store;
    private final StatutoryDates dates;
    private volatile @Nullable StatutoryDays shipped;

    ShipCalendars(StoreCalendar store, StatutoryDates dates) {
        this.store = store;
        this.dates = dates;
    }

    void start(@Observes @Priority(BEFORE_POLICIES) StartupEvent event) {
        ship(dates.current());
    }

    @Scheduled(
            every = "1m",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void refresh() {
        StatutoryDays current = dates.current();
        if (!current.equals(shipped)) {
            ship(current);
        }
    }

    private void ship(StatutoryDays days) {
        ShippedCalendars.with(days).forEach(store::shipped);
        shipped = days;
    }
}
