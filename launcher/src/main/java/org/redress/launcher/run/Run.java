package org.redress.launcher.run;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.redress.infra.LocalPostgres;
import org.redress.launcher.LaunchException;
import org.redress.launcher.data.DataDirectory;
import org.redress.launcher.data.DataLayout;
import org.redress.launcher.data.Ports;
import org.redress.launcher.data.RunRecord;
import org.redress.launcher.data.Secrets;
import org.redress.launcher.process.Orphans;
import org.redress.launcher.process.ProcessStamp;

/**
 * One run of everything on one data directory, from its lock to its end.
 *
 * <p>Thread-safe; {@link #close()} may come from any thread at any time and returns when no process is left.
 */
public final class Run implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofMinutes(5);
    private static final Duration BETWEEN_NOTICES = Duration.ofSeconds(15);
    private static final Duration ORPHAN_GRACE = Duration.ofSeconds(8);

    private final Settings settings;
    private final DataDirectory data;
    private final Addresses addresses;
    private final Secrets secrets;
    private final OutsideWorld outside;
    private final Recorder recorder;
    private final Fleet fleet;
    private final AtomicBoolean closing = new AtomicBoolean();
    private final CountDownLatch closed = new CountDownLatch(1);

    private Run(Settings settings, DataDirectory data) {
        this.settings = settings;
        this.data = data;
        this.addresses = addresses(settings, data.layout());
        this.secrets = new Secrets(data.layout());
        this.outside = OutsideWorld.start(data.layout(), addresses, secrets, settings);
        this.recorder = new Recorder(settings, data.layout(), addresses);
        this.fleet = new Fleet(settings, new PartFactory(settings, data.layout(), addresses, secrets), recorder::write);
        recorder.watch(fleet);
    }

    /**
     * Takes the data directory, ends what an earlier launcher left behind, and starts the simulated outside world.
     *
     * @throws LaunchException when something stands in the way; nothing is left running then
     */
    public static Run prepare(Settings settings) {
        settings.installation().requireBuilt(settings.applications());
        DataDirectory data = DataDirectory.open(settings.dataDir());
        try {
            reapOrphans(settings, data.layout());
            return new Run(settings, data);
        } catch (RuntimeException e) {
            data.close();
            throw e;
        }
    }

    /** Starts all processes; returns at once. */
    public void begin() {
        fleet.begin();
    }

    /**
     * Waits until everything is ready.
     *
     * @return {@code false} when it was closed meanwhile
     * @throws LaunchException when a part fails for good or it takes too long
     */
    public boolean awaitReady() throws InterruptedException {
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        while (!fleet.awaitReady(BETWEEN_NOTICES)) {
            Optional<String> failure = fleet.awaitFailure(Duration.ZERO);
            if (closing.get()) {
                return false;
            }
            if (failure.isPresent()) {
                throw new LaunchException(failure.get());
            }
            String waiting = String.join(", ", fleet.notReady());
            if (System.nanoTime() > deadline) {
                throw new LaunchException("not ready within " + LONGEST_START.toMinutes() + " minutes: " + waiting
                        + "; their logs are in " + data.layout().logs());
            }
            settings.terminal().say("Waiting for " + waiting);
        }
        awaitFirstStart();
        recorder.everythingWasReady();
        return !closing.get();
    }

    /** Waits until a part failed for good and says what happened; not while everything goes well. */
    public String awaitFailure() throws InterruptedException {
        while (true) {
            Optional<String> failure = fleet.awaitFailure(Duration.ofHours(1));
            if (failure.isPresent()) {
                return failure.get();
            }
        }
    }

    /** Where everything is reached. */
    public Addresses addresses() {
        return addresses;
    }

    /** The passwords of this installation. */
    public Secrets secrets() {
        return secrets;
    }

    /** Issuer and simulators. */
    public OutsideWorld outside() {
        return outside;
    }

    /** The processes. */
    public Fleet fleet() {
        return fleet;
    }

    @Override
    public void close() {
        if (closing.getAndSet(true)) {
            awaitClosed();
            return;
        }
        try {
            recorder.closing();
            fleet.stop();
            outside.close();
            recorder.write();
        } finally {
            data.close();
            closed.countDown();
        }
    }

    private void awaitClosed() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitFirstStart() throws InterruptedException {
        if (settings.applications().containsAll(Set.of(Application.INTAKE, Application.SLA))) {
            new FirstStart(addresses.url(Application.INTAKE), outside.issuer()).await(data.layout(), closed);
        }
    }

    private static void reapOrphans(Settings settings, DataLayout layout) {
        var orphans = new Orphans(layout.root(), settings.terminal());
        List<ProcessStamp> remembered = RunRecord.read(layout.runRecord()).stream()
                .flatMap(run -> run.processes().stream())
                .filter(entry -> !entry.name().equals("postgres"))
                .flatMap(entry -> Optional.ofNullable(entry.stamp()).stream())
                .filter(stamp -> stamp.pid() != ProcessHandle.current().pid())
                .distinct()
                .toList();
        try {
            orphans.reap(remembered, ORPHAN_GRACE);
            orphans.reapPostgres(layout.postgres(), LocalPostgres.pid(layout.postgres()), ORPHAN_GRACE);
        } catch (IOException e) {
            throw new LaunchException("what an earlier launcher left cannot be cleared away: " + e, e);
        }
    }

    private static Addresses addresses(Settings settings, DataLayout layout) {
        var ports = new Ports(layout, settings.terminal()::say);
        var chosen = new HashMap<String, Integer>();
        for (Application application : Application.values()) {
            if (application != Application.CONSOLE) {
                chosen.put(application.partName(), ports.port(application.partName()));
            }
        }
        settings.further().forEach(instance -> chosen.put(instance.name(), ports.port(instance.name())));
        for (String part : List.of("kafka", "postgres", "issuer", "sms-gateway", "selling-platform")) {
            chosen.put(part, ports.port(part));
        }
        chosen.put(Application.CONSOLE.partName(), frontDoorPort(settings.port(), ports));
        return new Addresses(chosen);
    }

    private static int frontDoorPort(int wanted, Ports ports) {
        if (wanted == 0) {
            return ports.port(Application.CONSOLE.partName());
        }
        if (!Ports.isFree(wanted)) {
            throw new LaunchException(
                    "port " + wanted + " is taken by another program; stop it, or choose another port with --port");
        }
        return wanted;
    }
}
