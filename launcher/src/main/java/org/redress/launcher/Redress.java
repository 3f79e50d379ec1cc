package org.redress.launcher;

import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.redress.launcher.process.Terminal;
import org.redress.launcher.run.Application;
import org.redress.launcher.run.FurtherInstance;
import org.redress.launcher.run.Installation;
import org.redress.launcher.run.Run;
import org.redress.launcher.run.Settings;
import org.redress.launcher.simulator.SellingPlatform;
import org.redress.launcher.simulator.SmsGateway;

/**
 * All of Redress, running for a test: the same processes, started and stopped by the same code as {@code ./redress up}, with
 * handles to disturb them. Output goes to the data directory's {@code logs}.
 *
 * <p>Thread-safe.
 */
public final class Redress implements AutoCloseable {
    private static final Duration TOKEN_VALIDITY = Duration.ofHours(12);

    private final Run run;
    private final Path dataDirectory;

    private Redress(Run run, Path dataDirectory) {
        this.run = run;
        this.dataDirectory = dataDirectory;
    }

    /**
     * A database as one of the services sees it.
     *
     * @param user its owner, who may use no other database
     */
    public record Database(String jdbcUrl, String user, String password) {}

    /**
     * Starts everything and returns when it is ready.
     *
     * @param port the front door's; 0 chooses one and keeps it with the data
     * @throws LaunchException when it does not start; nothing is left running then
     */
    public static Redress start(Path dataDir, int port) {
        return start(dataDir, port, Set.of(), List.of());
    }

    /**
     * Starts a choice of parts and returns when they are ready; broker, database and simulators are always there.
     *
     * @param port the front door's; 0 chooses one and keeps it with the data
     * @param without applications that are left out
     * @param further processes beside the one of each application; {@link #service} finds them by their names
     * @throws LaunchException when it does not start; nothing is left running then
     */
    public static Redress start(Path dataDir, int port, Set<Application> without, List<FurtherInstance> further) {
        var terminal = new Terminal(OutputStream.nullOutputStream(), dataDir);
        Run run = Run.prepare(
                new Settings(Installation.locate(), dataDir, port, without, further, terminal, Clock.systemUTC()));
        try {
            run.begin();
            run.awaitReady();
            return new Redress(run, dataDir.toAbsolutePath());
        } catch (InterruptedException e) {
            run.close();
            Thread.currentThread().interrupt();
            throw new LaunchException("interrupted while starting", e);
        } catch (RuntimeException e) {
            run.close();
            throw e;
        }
    }

    /** Where its data is, for {@code ./redress status --data} and the like. */
    public Path dataDirectory() {
        return dataDirectory;
    }

    /** The one address for clients. */
    public URI frontDoor() {
        return URI.create(run.addresses().url("console"));
    }

    /**
     * A service or the console.
     *
     * @param name {@code intake}, {@code triage}, {@code sla}, {@code notification}, {@code console} or a further instance's
     */
    public RunningPart service(String name) {
        return run.fleet()
                .part(name)
                .map(RunningPart::new)
                .orElseThrow(() -> new IllegalArgumentException("no such part: " + name));
    }

    /** The broker. */
    public RunningPart kafka() {
        return service("kafka");
    }

    /** The database server. */
    public RunningPart postgres() {
        return service("postgres");
    }

    /** The broker's {@code host:port}. */
    public String bootstrapServers() {
        return run.addresses().kafka();
    }

    /** A service's own database. */
    public Database database(String service) {
        return new Database(
                run.addresses().jdbcUrl(service), service, run.secrets().secret("database." + service));
    }

    /** An access token for half a day. */
    public String token(String role, String platform, String subject) {
        return run.outside().issuer().token(platform, List.of(role), subject, TOKEN_VALIDITY);
    }

    /** The simulated SMS gateway. */
    public SmsGateway sms() {
        return run.outside().sms();
    }

    /** The simulated backend of the selling platforms. */
    public SellingPlatform platform() {
        return run.outside().platform();
    }

    /** Stops everything in order; its data stays. */
    @Override
    public void close() {
        run.close();
    }
}
