package org.redress.service.calendar;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The statutory dates that hold now: the library's, and those of the file of notices in {@code redress.statutory-dates}, if one
 * is named. A file that cannot be read changes nothing and is told in the log each time. Thread-safe.
 */
@Singleton
public class StatutoryDates {
    private static final Logger LOG = Logger.getLogger(StatutoryDates.class);
    private static final Duration REREAD = Duration.ofSeconds(30);

    private final Optional<Path> file;
    private StatutoryDays current = StatutoryDays.known();
    private long readAt;
    private boolean read;

    StatutoryDates(@ConfigProperty(name = "redress.statutory-dates") Optional<String> file) {
        this.file = file.map(Path::of);
    }

    /** The dates; the same object until the file says something else, which is noticed within half a minute. */
    public synchronized StatutoryDays current() {
        if (file.isPresent() && (!read || System.nanoTime() - readAt > REREAD.toNanos())) {
            read = true;
            readAt = System.nanoTime();
            reread(file.get());
        }
        return current;
    }

    private void reread(Path path) {
        try {
            StatutoryDays published = StatutoryDays.known().with(PublishedDates.read(path));
            current = published.equals(current) ? current : published;
        } catch (IOException e) {
            LOG.errorf(e, "published dates not used: file=%s", path);
        }
    }
}
