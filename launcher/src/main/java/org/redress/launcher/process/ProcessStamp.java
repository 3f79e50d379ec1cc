package org.redress.launcher.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process in a form that can be found again: pids are used again after a while, a pid together with its start instant is
 * not.
 *
 * @param startedAt as the operating system tells it, in UTC
 */
public record ProcessStamp(long pid, Instant startedAt) {
    /** The system derives start instants from the boot time, which moves when the clock is set. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    /** The stamp of a living process. */
    public static ProcessStamp of(ProcessHandle handle) {
        return new ProcessStamp(handle.pid(), handle.info().startInstant().orElse(Instant.EPOCH));
    }

    /** The process itself, if it still lives: the same pid with the same start, not a zombie, not a later namesake. */
    public Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(handle -> startedAtTheSameTime(handle) && !isZombie());
    }

    /** Whether {@link #find()} finds it. */
    public boolean isAlive() {
        return find().isPresent();
    }

    private boolean startedAtTheSameTime(ProcessHandle handle) {
        return handle.info()
                .startInstant()
                .map(start -> Duration.between(start, startedAt).abs().compareTo(TOLERANCE) <= 0)
                .orElse(false);
    }

    /** A dead process stays in the table until its parent asks for its result; in containers often nobody does. */
    private boolean isZombie() {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
        } catch (IOException e) {
            return false;
        }
    }
}
