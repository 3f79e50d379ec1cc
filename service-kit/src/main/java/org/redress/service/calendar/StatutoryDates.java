package org.redress.service.calendar;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The statutory dates that hold now: the library's, and those of the file of notices in {@code redress.statutory-dates}, if one
 * is named. A file that cannot be read changes nothing and is told in the log each time. Thread-safe.
 */
@Singleton
public class StatutoryDates {
    private static final Logger LOG = Logger.getLogger(StatutoryDates.class);
    private static final Duration REREAD = Duration.ofSeconds(30);

    private final Optional<Path> file;
    private final Duration reread;
    private StatutoryDays current = StatutoryDays.known();
    private long readAt;
    private boolean read;

    @Inject
    StatutoryDates(@ConfigProperty(name = "redress.statutory-dates") Optional<String> file) {
        this(file.map(Path::of), REREAD);
    }

    StatutoryDates(Optional<Path> file, Duration reread) {
        this.file = file;
        this.reread = reread;
    }

    /** The dates; the same object until the file says something else, which is noticed within half a minute. */
    public synchronized StatutoryDays current() {
        if (file.isPresent() && (!read || System.nanoTime() - readAt > reread.toNanos())) {
            read = true;
            readAt = System.nanoTime();
            reread(file.get());
        }
        return current;
    }

    /**
     * What is made of the dates, such as calendars: made when it is first asked for, and anew when the dates have become others.
     * Thread-safe.
     *
     * @param made without side effects: askers at the same moment may each have it made
     */
    public <T> Supplier<T> derived(Function<StatutoryDays, T> made) {
        var known = new AtomicReference<@Nullable Derived<T>>();
        return () -> {
            StatutoryDays now = current();
            Derived<T> last = known.get();
            if (last == null || !last.days().equals(now)) {
                last = new Derived<>(now, made.apply(now));
                known.set(last);
            }
            return last.value();
        };
    }

    private record Derived<T>(StatutoryDays days, T value) {}

    private void reread(Path path) {
        try {
            StatutoryDays published = StatutoryDays.known().with(PublishedDates.read(path));
            current = published.equals(current) ? current : published;
        } catch (IOException e) {
            LOG.errorf(e, "published dates not used: file=%s", path);
        }
    }
}
