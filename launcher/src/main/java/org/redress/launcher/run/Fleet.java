package org.redress.launcher.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.redress.launcher.process.Part;
import org.redress.launcher.process.Supervised;
import org.redress.launcher.process.Supervised.Status;

/**
 * All processes of one run: the broker and the database start together, the applications as soon as the database answers;
 * they stop the other way round, so that an application can still finish what it holds.
 *
 * <p>Thread-safe.
 */
public final class Fleet implements Supervised.Listener {
    private static final Duration LONGEST_DATABASE_START = Duration.ofMinutes(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final Settings settings;
    private final Runnable onChange;
    private final Map<String, Supervised> applications = new LinkedHashMap<>();
    private final Set<Supervised> whenAsked = new HashSet<>();
    private final Supervised kafka;
    private final Supervised postgres;
    private final CompletableFuture<String> failure = new CompletableFuture<>();

    /**
     * A fleet that is not started yet.
     *
     * @param onChange called when any process starts, ends or becomes ready
     */
    Fleet(Settings settings, PartFactory factory, Runnable onChange) {
        this.settings = settings;
        this.onChange = onChange;
        for (Application application : settings.applications()) {
            applications.put(
                    application.partName(), watch(factory.application(application), PartFactory.APPLICATION_GRACE));
        }
        for (FurtherInstance instance : settings.further()) {
            Supervised further = watch(factory.application(instance), PartFactory.APPLICATION_GRACE);
            applications.put(instance.name(), further);
            if (!instance.atOnce()) {
                further.hold();
                whenAsked.add(further);
            }
        }
        kafka = watch(factory.kafka(), PartFactory.KAFKA_GRACE);
        postgres = watch(factory.postgres(), PartFactory.POSTGRES_GRACE);
    }

    /** Starts everything; returns at once. */
    void begin() {
        kafka.begin();
        postgres.begin();
        var afterDatabase = new Thread(
                () -> {
                    if (postgres.awaitUp(LONGEST_DATABASE_START)) {
                        applications.values().forEach(Supervised::begin);
                    }
                },
                "begin-applications");
        afterDatabase.setDaemon(true);
        afterDatabase.start();
    }

    /** The part of that name. */
    public Optional<Supervised> part(String name) {
        return all().stream().filter(part -> part.part().name().equals(name)).findFirst();
    }

    /** All parts, in the order they are shown. */
    Collection<Supervised> all() {
        var all = new ArrayList<>(applications.values());
        all.add(kafka);
        all.add(postgres);
        return all;
    }

    /** The names of those that are not ready now; what starts only when asked for is not counted. */
    List<String> notReady() {
        return all().stream()
                .filter(part -> !whenAsked.contains(part))
                .filter(part -> part.status() != Status.UP)
                .map(part -> part.part().name())
                .toList();
    }

    /** Waits until all are ready or one failed for good, at most that long; answers whether all are ready. */
    boolean awaitReady(Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!notReady().isEmpty() && System.nanoTime() < deadline) {
            if (awaitFailure(BETWEEN_LOOKS).isPresent()) {
                return false;
            }
        }
        return notReady().isEmpty();
    }

    /** Waits until a part failed for good, at most that long; answers what happened. */
    Optional<String> awaitFailure(Duration limit) throws InterruptedException {
        try {
            return Optional.of(failure.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Stops everything in order and returns when no process is left. */
    void stop() {
        var stops = applications.values().stream()
                .map(part -> new Thread(part::stop, "stop-" + part.part().name()))
                .toList();
        stops.forEach(Thread::start);
        stops.forEach(Fleet::join);
        kafka.stop();
        postgres.stop();
    }

    @Override
    public void changed(Supervised part) {
        onChange.run();
    }

    @Override
    public void gaveUp(Supervised part) {
        String name = part.part().name();
        failure.complete(name + " died again and again; the reason is in "
                + settings.dataDir().resolve("logs").resolve(name + ".log"));
    }

    private Supervised watch(Part part, Duration grace) {
        return new Supervised(part, grace, settings.terminal(), this);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
