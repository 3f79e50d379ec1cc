package org.redress.launcher.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Shows the lines that are added to a file some process writes by itself. Thread-safe.
 */
public final class FileTail implements AutoCloseable {
    private static final long POLL_MILLIS = 250;

    private final byte[] prefix;
    private final Path file;
    private final Terminal terminal;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long position;

    /** Follows a file from its present end, or from its beginning if it does not exist yet. */
    public FileTail(String name, Path file, Terminal terminal) {
        this.prefix = Terminal.prefix(name);
        this.file = file;
        this.terminal = terminal;
        this.position = file.toFile().length();
        var thread = new Thread(this::follow, "tail-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        closed.countDown();
    }

    private void follow() {
        try {
            boolean last;
            do {
                last = closed.await(POLL_MILLIS, TimeUnit.MILLISECONDS);
                showNew();
            } while (!last);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void showNew() {
        if (file.toFile().length() <= position) {
            return;
        }
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            in.seek(position);
            var buffer = new byte[8192];
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                position += read;
                show(buffer, read);
            }
        } catch (IOException e) {
            // Shown with the next look; the file itself has it.
        }
    }

    private void show(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            if (bytes[i] == '\n' || line.size() >= ProcessLog.MAX_LINE_BYTES) {
                terminal.write(prefix, line.toByteArray());
                line.reset();
            }
            if (bytes[i] != '\n') {
                line.write(bytes[i]);
            }
        }
    }
}
