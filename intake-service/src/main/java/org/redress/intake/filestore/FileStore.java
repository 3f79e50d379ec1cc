package org.redress.intake.filestore;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Files by the SHA-256 of their content. A file is either there as a whole or not at all; the same content kept twice is
 * one file; nothing that is there is ever changed. Thread-safe, also between processes on the same store.
 *
 * <p>Keeping and deleting the same content at the same time is decided outside: who records that a file is in use and who
 * deletes unused files take the same lock on its hash, and the recorder asks {@link #find} under it.
 *
 * <p>All methods throw {@link FileStoreException} when the store itself fails; its message names no path.
 */
public interface FileStore {
    /**
     * Takes a stream to its end and keeps its content, durably: once this returns, a power cut does not lose it. The
     * stream is not closed. Kept again, content counts as new for {@link #olderThan}.
     *
     * @param maxBytes more than this is refused while it comes in
     * @throws IOException the stream could not be read to its end (an upload was cut off); nothing is kept
     * @throws TooLargeException the stream holds more than {@code maxBytes}; nothing is kept
     * @throws StoreFullException no space is left for it; nothing is kept
     */
    default StoredFile keep(InputStream content, long maxBytes) throws IOException {
        return keep(content, maxBytes, hash -> {});
    }

    /**
     * The same, for those who say which files they are about to use.
     *
     * @param before is told the hash before the file is there; it may not be called if nothing is kept
     */
    StoredFile keep(InputStream content, long maxBytes, Consumer<Sha256> before) throws IOException;

    /**
     * The content; to be closed by the caller.
     *
     * @throws MissingFileException there is none of that hash
     */
    InputStream open(Sha256 hash);

    /**
     * The content as a file of this machine; to be closed by the caller.
     *
     * @throws MissingFileException there is none of that hash
     */
    LocalFile local(Sha256 hash);

    /** The file of that hash, if there is one. Its content is not looked at. */
    Optional<StoredFile> find(Sha256 hash);

    /**
     * Deletes a file.
     *
     * @return whether there was one
     */
    boolean delete(Sha256 hash);

    /**
     * Files last kept before that instant, in no order; to be closed by the caller. Files that come and go meanwhile may
     * be left out.
     */
    Stream<Sha256> olderThan(Instant before);

    /**
     * Removes what uploads left behind that ended with their process.
     *
     * @param before only leftovers that nothing was written to since
     * @return how many were removed
     */
    int sweepLeftovers(Instant before);

    /** Reads a file through and compares it with its hash: seconds for large files. */
    default FileCondition check(Sha256 hash) {
        if (find(hash).isEmpty()) {
            return FileCondition.MISSING;
        }
        try (InputStream content = open(hash)) {
            return Sha256.of(content).equals(hash) ? FileCondition.INTACT : FileCondition.CHANGED;
        } catch (MissingFileException e) {
            return FileCondition.MISSING;
        } catch (IOException e) {
            throw new FileStoreException("a file could not be read", e);
        }
    }
}
