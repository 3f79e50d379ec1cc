package org.redress.launcher.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Processes that outlived their launcher ({@code kill -9} gives it no chance to stop them). They are recognised by pid and
 * start instant from the last run's record, and, should that record be lost, by the mark each child carries on its command
 * line. Call it only while holding the data directory's lock: then whatever carries its mark has no launcher any more.
 */
public final class Orphans {
    private static final String MARK = "-Dredress.data=";
    private static final Duration POLL = Duration.ofMillis(50);

    private final Path dataDir;
    private final Terminal terminal;

    /** Orphans of the runs on one data directory. */
    public Orphans(Path dataDir, Terminal terminal) {
        this.dataDir = dataDir;
        this.terminal = terminal;
    }

    /** The option that marks a child process as belonging to a data directory. */
    public static String mark(Path dataDir) {
        return MARK + dataDir.toAbsolutePath().normalize();
    }

    /**
     * Ends them: first asked, then, after the grace, killed.
     *
     * @param remembered the processes of the last run's record, without the database server
     */
    public void reap(List<ProcessStamp> remembered, Duration grace) {
        var orphans = new ArrayList<ProcessStamp>();
        remembered.stream().filter(ProcessStamp::isAlive).forEach(orphans::add);
        marked().filter(stamp -> orphans.stream().noneMatch(known -> known.pid() == stamp.pid()))
                .forEach(orphans::add);
        if (orphans.isEmpty()) {
            return;
        }
        terminal.say("An earlier launcher was killed and left " + orphans.size() + " processes behind; stopping them: "
                + pids(orphans));
        orphans.forEach(orphan -> orphan.find().ifPresent(ProcessHandle::destroy));
        if (!await(grace, () -> orphans.stream().noneMatch(ProcessStamp::isAlive))) {
            orphans.forEach(orphan -> orphan.find().ifPresent(ProcessHandle::destroyForcibly));
            await(grace, () -> orphans.stream().noneMatch(ProcessStamp::isAlive));
        }
    }

    /**
     * Ends a database server left over, in order: SIGINT is PostgreSQL's fast shutdown, which SIGTERM is not. A pid file whose
     * pid has since gone to a stranger (usual after a container's restart) is removed, or the server would not start.
     */
    public void reapPostgres(Path cluster, Optional<Long> notedPid, Duration grace) throws IOException {
        Optional<ProcessStamp> alive =
                notedPid.flatMap(ProcessHandle::of).map(ProcessStamp::of).filter(ProcessStamp::isAlive);
        if (alive.isEmpty()) {
            return;
        }
        ProcessStamp server = alive.get();
        if (!commandLine(server.pid()).contains(cluster.toString())) {
            Files.deleteIfExists(cluster.resolve("postmaster.pid"));
            return;
        }
        terminal.say("An earlier launcher left PostgreSQL running (pid " + server.pid() + "); stopping it");
        Signals.interrupt(server.pid());
        if (!await(grace, () -> !server.isAlive())) {
            server.find().ifPresent(ProcessHandle::destroyForcibly);
            await(grace, () -> !server.isAlive());
        }
    }

    private Stream<ProcessStamp> marked() {
        String mark = mark(dataDir);
        return ProcessHandle.allProcesses()
                .filter(handle -> commandLine(handle.pid()).contains(mark + "\0"))
                .map(ProcessStamp::of)
                .filter(ProcessStamp::isAlive);
    }

    private static String commandLine(long pid) {
        try {
            byte[] words = Files.readAllBytes(Path.of("/proc", Long.toString(pid), "cmdline"));
            return new String(words, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return ProcessHandle.of(pid)
                    .flatMap(handle -> handle.info().commandLine())
                    .map(line -> line.replace(' ', '\0'))
                    .orElse("");
        }
    }

    private static String pids(List<ProcessStamp> orphans) {
        return orphans.stream()
                .map(orphan -> Long.toString(orphan.pid()))
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
    }

    private static boolean await(Duration limit, BooleanSupplier condition) {
        long deadline = System.nanoTime() + limit.toNanos();
        var never = new CountDownLatch(1);
        try {
            while (!condition.getAsBoolean()) {
                if (System.nanoTime() > deadline || never.await(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                    return false;
                }
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
