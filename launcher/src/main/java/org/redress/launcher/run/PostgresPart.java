package org.redress.launcher.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.redress.infra.LocalPostgres;
import org.redress.launcher.process.FileTail;
import org.redress.launcher.process.Part;
import org.redress.launcher.process.ProcessStamp;
import org.redress.launcher.process.Signals;
import org.redress.launcher.process.Terminal;

/**
 * The database server. It is no child of this process (its start command hands it over to the system), so it is watched by
 * pid. It is ready as soon as it is started: the start waits until it answers and its databases exist.
 */
final class PostgresPart implements Part {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final long MAX_LOG_BYTES = 10L * 1024 * 1024;

    private final Path cluster;
    private final Path log;
    private final int port;
    private final String superuserPassword;
    private final Map<String, String> passwords;
    private final Map<String, String> restricted;
    private final Terminal terminal;
    private final CountDownLatch never = new CountDownLatch(1);
    private volatile @Nullable ProcessStamp stamp;
    private @Nullable LocalPostgres server;
    private @Nullable FileTail tail;

    /**
     * A server that is not started yet.
     *
     * @param passwords by database, each of which is owned by a role of the same name
     * @param restricted passwords of roles that may work in intake's database and own nothing there
     */
    PostgresPart(
            Path cluster,
            Path log,
            int port,
            String superuserPassword,
            Map<String, String> passwords,
            Map<String, String> restricted,
            Terminal terminal) {
        this.cluster = cluster;
        this.log = log;
        this.port = port;
        this.superuserPassword = superuserPassword;
        this.passwords = new TreeMap<>(passwords);
        this.restricted = Map.copyOf(restricted);
        this.terminal = terminal;
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public String url() {
        return "jdbc:postgresql://localhost:" + port + "/";
    }

    @Override
    public void start() throws IOException {
        release();
        setAsideBigLog();
        tail = new FileTail(name(), log, terminal);
        LocalPostgres started = serve();
        server = started;
        try {
            for (var database : passwords.entrySet()) {
                started.createDatabase(database.getKey(), database.getKey(), database.getValue());
            }
            for (var role : restricted.entrySet()) {
                started.createUser(role.getKey(), role.getValue(), Application.INTAKE.partName());
            }
        } catch (SQLException e) {
            throw new IOException("its databases cannot be created: " + e.getMessage(), e);
        }
    }

    private LocalPostgres serve() throws IOException {
        try {
            return LocalPostgres.serve(cluster, port, log, superuserPassword);
        } catch (IOException | RuntimeException e) {
            // The failed attempt still holds a lock on this file in this JVM; a new file has none.
            Files.deleteIfExists(cluster.resolve("epg-lock"));
            throw e;
        } finally {
            stamp = LocalPostgres.pid(cluster)
                    .flatMap(ProcessHandle::of)
                    .map(ProcessStamp::of)
                    .orElse(null);
        }
    }

    @Override
    public Optional<ProcessStamp> stamp() {
        return Optional.ofNullable(stamp).filter(ProcessStamp::isAlive);
    }

    @Override
    public boolean isAlive() {
        return stamp().isPresent();
    }

    @Override
    public boolean isReady() {
        return server != null && isAlive();
    }

    @Override
    public boolean awaitExit(Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (isAlive()) {
            if (System.nanoTime() >= deadline) {
                return false;
            }
            never.await(POLL.toMillis(), TimeUnit.MILLISECONDS);
        }
        return true;
    }

    @Override
    public void terminate() {
        if (server == null) {
            stamp().ifPresent(running -> Signals.interrupt(running.pid()));
        }
        release();
    }

    @Override
    public void kill() {
        stamp().flatMap(ProcessStamp::find).ifPresent(ProcessHandle::destroyForcibly);
    }

    /** Stops the server if it runs and lets its lock file and its log go. */
    private void release() {
        LocalPostgres old = server;
        server = null;
        FileTail oldTail = tail;
        tail = null;
        try {
            if (old != null) {
                old.close();
            }
        } catch (IOException e) {
            terminal.say("postgres: " + e.getMessage());
        }
        if (oldTail != null) {
            oldTail.close();
        }
    }

    private void setAsideBigLog() throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        if (Files.exists(log) && Files.size(log) > MAX_LOG_BYTES) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
