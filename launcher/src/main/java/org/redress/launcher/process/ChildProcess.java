package org.redress.launcher.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A child process with its output in a {@link ProcessLog}. It gets a session of its own where the system has {@code setsid},
 * so that Ctrl-C reaches the launcher alone and the order of stopping stays the launcher's.
 */
public final class ChildProcess implements Part {
    private static final Path SETSID = Path.of("/usr/bin/setsid");

    /**
     * What to execute.
     *
     * @param directory the working directory
     * @param environment added to the launcher's own environment
     */
    public record Launch(List<String> command, Path directory, Map<String, String> environment) {}

    private final String name;
    private final String url;
    private final Launch launch;
    private final ProcessLog log;
    private final LongPredicate ready;
    private volatile @Nullable Process process;

    /**
     * A child that is not started yet.
     *
     * @param ready asked with the pid whether this process, and no other on the same port, does its work
     */
    public ChildProcess(String name, String url, Launch launch, ProcessLog log, LongPredicate ready) {
        this.name = name;
        this.url = url;
        this.launch = launch;
        this.log = log;
        this.ready = ready;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String url() {
        return url;
    }

    @Override
    public void start() throws IOException {
        var command = new ArrayList<String>();
        if (Files.isExecutable(SETSID)) {
            command.add(SETSID.toString());
        }
        command.addAll(launch.command());
        var builder = new ProcessBuilder(command)
                .directory(launch.directory().toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(launch.environment());
        Process started = builder.start();
        process = started;
        started.getOutputStream().close();
        log.follow(started.getInputStream());
    }

    @Override
    public Optional<ProcessStamp> stamp() {
        Process current = process;
        return current == null || !current.isAlive()
                ? Optional.empty()
                : Optional.of(ProcessStamp.of(current.toHandle()));
    }

    @Override
    public boolean isAlive() {
        Process current = process;
        return current != null && current.isAlive();
    }

    @Override
    public boolean isReady() {
        Process current = process;
        return current != null && current.isAlive() && ready.test(current.pid());
    }

    @Override
    public boolean awaitExit(Duration limit) throws InterruptedException {
        Process current = process;
        return current == null || current.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void terminate() {
        Process current = process;
        if (current != null) {
            // By its handle: Process.destroy() would also close the pipe of its last words.
            current.toHandle().destroy();
        }
    }

    @Override
    public void kill() {
        Process current = process;
        if (current != null) {
            current.toHandle().destroyForcibly();
        }
    }
}
