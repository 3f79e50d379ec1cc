package org.redress.launcher.process;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Where everything is shown, one whole line at a time. Bytes pass through unchanged, so that the terminal's character set
 * decides, not this JVM's. Thread-safe.
 */
public final class Terminal {
    private static final long BETWEEN_NOTICES_NANOS = Duration.ofSeconds(30).toNanos();

    private final OutputStream out;
    private final Path dataDir;
    private long lastNotice = System.nanoTime() - BETWEEN_NOTICES_NANOS;

    /**
     * A terminal on a stream.
     *
     * @param dataDir whose disk is named when a process or a log finds it full
     */
    public Terminal(OutputStream out, Path dataDir) {
        this.out = out;
        this.dataDir = dataDir;
    }

    /** Shows one line of the launcher's own. */
    public void say(String text) {
        write(new byte[0], text.getBytes(StandardCharsets.UTF_8));
    }

    /** What stands in front of a process's lines. */
    static byte[] prefix(String name) {
        return "%-12s | ".formatted(name).getBytes(StandardCharsets.UTF_8);
    }

    /** Shows one line: the prefix and the text. */
    synchronized void write(byte[] prefix, byte[] text) {
        try {
            var line = new byte[prefix.length + text.length + 1];
            System.arraycopy(prefix, 0, line, 0, prefix.length);
            System.arraycopy(text, 0, line, prefix.length, text.length);
            line[line.length - 1] = '\n';
            out.write(line);
            out.flush();
        } catch (IOException e) {
            // The reader of our output went away; the log files still have every line.
        }
    }

    /** Says that the disk is full, now and then, however often it is met. */
    synchronized void diskFull() {
        long now = System.nanoTime();
        if (now - lastNotice >= BETWEEN_NOTICES_NANOS) {
            lastNotice = now;
            say("THE DISK IS FULL: " + dataDir.toAbsolutePath() + " has "
                    + dataDir.toFile().getUsableSpace() / 1_048_576
                    + " MiB free. Free some space; what stopped is started again by itself.");
        }
    }
}
