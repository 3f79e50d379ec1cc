package org.redress.launcher.process;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * One process's output: each line goes, with the process's name in front, to the terminal and, without it, to a file that
 * is set aside when it grows too big ({@code name.log}, {@code name.log.1}, {@code name.log.2}). A full disk stops the
 * file, never the process. Thread-safe.
 */
public final class ProcessLog {
    /** Longer lines are cut into pieces, so that a process without line breaks cannot fill the memory. */
    static final int MAX_LINE_BYTES = 64 * 1024;

    private static final byte[] NO_SPACE = "No space left on device".getBytes(StandardCharsets.UTF_8);

    private final byte[] prefix;
    private final Path file;
    private final Terminal terminal;
    private final long maxFileBytes;
    private @Nullable OutputStream out;
    private long written;

    /**
     * A log for one process; its file is created with the first line.
     *
     * @param maxFileBytes the size at which the file is set aside
     */
    public ProcessLog(String name, Path directory, Terminal terminal, long maxFileBytes) {
        this.prefix = Terminal.prefix(name);
        this.file = directory.resolve(name + ".log");
        this.terminal = terminal;
        this.maxFileBytes = maxFileBytes;
    }

    /** Copies a stream to this log, line by line, on a thread of its own until the stream ends. */
    public void follow(InputStream stream) {
        var thread = new Thread(() -> copy(stream), "log-" + file.getFileName());
        thread.setDaemon(true);
        thread.start();
    }

    /** Writes one line of text. */
    public void line(String text) {
        line(text.getBytes(StandardCharsets.UTF_8));
    }

    private void copy(InputStream stream) {
        var line = new ByteArrayOutputStream();
        try (var in = new BufferedInputStream(stream)) {
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next == '\n' || line.size() >= MAX_LINE_BYTES) {
                    line(line.toByteArray());
                    line.reset();
                }
                if (next != '\n') {
                    line.write(next);
                }
            }
        } catch (IOException e) {
            // The process ended and took its pipe along; what it wrote before has been copied.
        }
        if (line.size() > 0) {
            line(line.toByteArray());
        }
    }

    private synchronized void line(byte[] text) {
        terminal.write(prefix, text);
        if (contains(text, NO_SPACE)) {
            terminal.diskFull();
        }
        try {
            append(text);
        } catch (IOException e) {
            terminal.diskFull();
            out = null;
        }
    }

    private void append(byte[] text) throws IOException {
        if (out == null || written >= maxFileBytes) {
            open();
        }
        OutputStream current = out;
        if (current != null) {
            current.write(text);
            current.write('\n');
            written += text.length + 1;
        }
    }

    private void open() throws IOException {
        OutputStream old = out;
        if (old != null) {
            old.close();
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        if (Files.exists(file) && Files.size(file) >= maxFileBytes) {
            moveIfThere(".1", ".2");
            moveIfThere("", ".1");
        }
        out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        written = Files.size(file);
    }

    private void moveIfThere(String from, String to) throws IOException {
        Path source = file.resolveSibling(file.getFileName() + from);
        if (Files.exists(source)) {
            Files.move(source, file.resolveSibling(file.getFileName() + to), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static boolean contains(byte[] text, byte[] wanted) {
        for (int start = 0; start + wanted.length <= text.length; start++) {
            if (java.util.Arrays.equals(text, start, start + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }
}
