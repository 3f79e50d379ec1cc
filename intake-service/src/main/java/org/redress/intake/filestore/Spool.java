package org.redress.intake.filestore;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Takes streams into temporary files of one directory, hashing them on the way. What it could not take to the end leaves
 * no file; a process that dies leaves one, found by {@link #sweep}. Thread-safe.
 */
final class Spool {
    /** Its name below the store's directory. */
    static final String DIRECTORY = "incoming";
    /** What temporary files end with. */
    static final String SUFFIX = ".part";

    private static final int BUFFER = 64 * 1024;
    /** How much may be written before the free space is looked at again. */
    private static final long LOOK_EVERY = 1024 * 1024;

    private final Path directory;
    private final Room room;

    /**
     * A spool.
     *
     * @param directory is created if need be
     */
    Spool(Path directory, Room room) {
        this.directory = directory;
        this.room = room;
        try {
            Durable.createDirectories(directory);
        } catch (IOException e) {
            throw new FileStoreException("the directory for files cannot be made or written", e);
        }
    }

    /**
     * How much may be taken in.
     *
     * @param floor how many bytes of the disk stay free
     * @param space what tells the bytes that are left
     */
    record Room(long floor, FreeSpace space) {}

    /**
     * What was taken in.
     *
     * @param file temporary; whoever gets it moves or deletes it
     */
    record Taken(Path file, StoredFile content) {}

    /** A path in the directory, of which there is no file. */
    Path newFile() {
        return directory.resolve(UUID.randomUUID() + SUFFIX);
    }

    Taken take(InputStream content, long maxBytes) throws IOException {
        Path file = newFile();
        boolean taken = false;
        try {
            StoredFile stored = write(content, file, maxBytes);
            taken = true;
            return new Taken(file, stored);
        } finally {
            if (!taken) {
                discard(file);
            }
        }
    }

    void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // The sweep finds it.
        }
    }

    int sweep(Instant before) {
        int removed = 0;
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(f -> f.getFileName().toString().endsWith(SUFFIX))
                    .toList()) {
                if (isOlder(file, before) && Files.deleteIfExists(file)) {
                    removed++;
                }
            }
            return removed;
        } catch (IOException | UncheckedIOException e) {
            throw new FileStoreException("leftovers could not be swept", e);
        }
    }

    static boolean isOlder(Path file, Instant before) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(before);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private StoredFile write(InputStream content, Path file, long maxBytes) throws IOException {
        requireSpace();
        MessageDigest digest = Sha256.newDigest();
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        try (FileOutputStream out = create(file)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > maxBytes) {
                    throw new TooLargeException(maxBytes);
                }
                if (size / LOOK_EVERY != (size - read) / LOOK_EVERY) {
                    requireSpace();
                }
                digest.update(buffer, 0, read);
                append(out, buffer, read);
            }
            sync(out);
        }
        return new StoredFile(Sha256.of(digest), size);
    }

    private FileOutputStream create(Path file) {
        try {
            Durable.createFile(file);
            return new FileOutputStream(file.toFile());
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private void append(OutputStream out, byte[] buffer, int length) {
        try {
            out.write(buffer, 0, length);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private void sync(FileOutputStream out) {
        try {
            out.getFD().sync();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private void requireSpace() {
        try {
            if (room.space().at(directory) < room.floor()) {
                throw new StoreFullException(null);
            }
        } catch (IOException e) {
            throw new FileStoreException("the space left could not be read", e);
        }
    }

    /** A full disk says so in the system's language: believe what is left, too. */
    FileStoreException failed(IOException failure) {
        try {
            String told = String.valueOf(failure.getMessage());
            if (room.space().at(directory) < Math.max(room.floor(), BUFFER)
                    || told.contains("No space left")
                    || told.contains("quota exceeded")) {
                return new StoreFullException(failure);
            }
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
        return new FileStoreException("a file could not be written", failure);
    }
}
