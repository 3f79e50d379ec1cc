package org.redress.intake.filestore;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** Names for temporary files on the store's disk. What is left behind is swept with the store's own. Thread-safe. */
@Singleton
public class ScratchFiles {
    private final Path directory;

    ScratchFiles(FilesConfig config) {
        directory = config.directory().resolve(Spool.DIRECTORY);
    }

    /** A path in an existing directory, of which there is no file. */
    public Path next() {
        return directory.resolve(UUID.randomUUID() + Spool.SUFFIX);
    }

    /** Deletes the file if there is one. Never throws. */
    public void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // The sweep finds it.
        }
    }
}
