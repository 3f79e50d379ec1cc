package org.redress.sla.calendar;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Stores the shipped calendars, at start and whenever the file of published dates says something new. A file that cannot be
 * read changes nothing and is told in the log each minute: what is stored stays in use.
 */
@ApplicationScoped
class ShipCalendars {
    private static final Logger LOG = Logger.getLogger(ShipCalendars.class);
    private static final int BEFORE_POLICIES = 90;

    private final StoreCalendar store;
    private final Optional<String> file;

    ShipCalendars(StoreCalendar store, @ConfigProperty(name = "redress.sla.statutory-dates") Optional<String> file) {
        this.store = store;
        this.file = file;
    }

    void start(@Observes @Priority(BEFORE_POLICIES) StartupEvent event) {
        ship(file.flatMap(ShipCalendars::published).orElse(StatutoryDays.known()));
    }

    @Scheduled(
            every = "1m",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void refresh() {
        file.flatMap(ShipCalendars::published).ifPresent(this::ship);
    }

    private void ship(StatutoryDays days) {
        ShippedCalendars.with(days).forEach(store::shipped);
    }

    private static Optional<StatutoryDays> published(String file) {
        try {
            return Optional.of(StatutoryDays.known().with(PublishedDates.read(Path.of(file))));
        } catch (IOException e) {
            LOG.errorf(e, "published dates not used: file=%s", file);
            return Optional.empty();
        }
    }
}
