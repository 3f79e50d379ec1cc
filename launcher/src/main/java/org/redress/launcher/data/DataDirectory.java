package org.redress.launcher.data;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;
import org.redress.launcher.LaunchException;

/**
 * Everything one installation keeps, under one lock: at most one launcher works on a directory at a time. The lock is the
 * operating system's and falls with the process that holds it, however it ends.
 *
 * <p>Not thread-safe; opened and closed by the launcher's main thread.
 */
public final class DataDirectory implements AutoCloseable {
    /** A new cluster, a new broker and their first logs need about half of it. */
    static final long LEAST_FREE_BYTES = 256L * 1024 * 1024;

    private final DataLayout layout;
    private final FileChannel channel;
    private final FileLock lock;

    private DataDirectory(DataLayout layout, FileChannel channel, FileLock lock) {
        this.layout = layout;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Opens a directory, creating it if it is new.
     *
     * @throws LaunchException when it cannot be written, has too little space, or another launcher works on it
     */
    public static DataDirectory open(Path directory) {
        return open(directory, LEAST_FREE_BYTES);
    }

    static DataDirectory open(Path directory, long leastFreeBytes) {
        var layout = new DataLayout(directory.toAbsolutePath().normalize());
        FileChannel channel = openLockFile(layout);
        try {
            FileLock lock = lock(channel);
            if (lock == null) {
                throw new LaunchException("another launcher" + pidOf(layout) + " already works on " + layout.root()
                        + "; stop it first, or choose another directory with --data");
            }
            requireSpace(layout, leastFreeBytes);
            return new DataDirectory(layout, channel, lock);
        } catch (RuntimeException | IOException e) {
            closeQuietly(channel);
            throw e instanceof LaunchException told ? told : unusable(layout, e);
        }
    }

    /** Where its files are. */
    public DataLayout layout() {
        return layout;
    }

    @Override
    public void close() {
        try {
            lock.release();
        } catch (IOException e) {
            // Closing the channel below lets the lock go in any case.
        }
        closeQuietly(channel);
    }

    private static FileChannel openLockFile(DataLayout layout) {
        try {
            if (Files.notExists(layout.root())) {
                // Complaints, tokens' keys and passwords lie below it.
                Files.createDirectories(layout.root());
                restrictToOwner(layout.root());
            }
            Files.createDirectories(layout.state());
            return FileChannel.open(layout.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw unusable(layout, e);
        }
    }

    private static void restrictToOwner(Path directory) throws IOException {
        if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static String pidOf(DataLayout layout) {
        return RunRecord.read(layout.runRecord())
                .flatMap(run -> run.process("launcher"))
                .map(launcher -> " (pid " + launcher.pid() + ")")
                .orElse("");
    }

    private static void requireSpace(DataLayout layout, long least) throws IOException {
        long free = Files.getFileStore(layout.root()).getUsableSpace();
        if (free < least) {
            throw new LaunchException("the disk of " + layout.root() + " has " + free / 1_048_576
                    + " MiB free, at least " + least / 1_048_576
                    + " MiB are needed; free some space, or choose another directory with --data");
        }
    }

    private static LaunchException unusable(DataLayout layout, Exception cause) {
        return new LaunchException(
                "the data directory " + layout.root() + " cannot be written (" + cause
                        + "); choose another with --data",
                cause);
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // Nothing was written through it.
        }
    }
}
