package org.redress.launcher.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;

/** Signals that Java itself cannot send. Thread-safe. */
public final class Signals {
    private static final long LIMIT_SECONDS = 5;

    private Signals() {}

    /** Sends SIGINT; nothing happens when the process is gone. */
    public static void interrupt(long pid) {
        send("INT", pid);
    }

    /** Sends SIGSTOP: the process stands still, and keeps what it holds. */
    public static void stop(long pid) {
        send("STOP", pid);
    }

    /** Sends SIGCONT: a process that stands still goes on. */
    public static void goOn(long pid) {
        send("CONT", pid);
    }

    private static void send(String signal, long pid) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException("no kill command", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
