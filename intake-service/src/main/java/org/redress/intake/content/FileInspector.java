package org.redress.intake.content;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.redress.intake.filestore.FileStore;
import org.redress.intake.filestore.FileStoreException;
import org.redress.intake.filestore.StoredFile;

/** Looks into a stored file and makes the copy of it that others may see. Thread-safe. */
@ApplicationScoped
public class FileInspector {
    private final FileStore files;

    FileInspector(FileStore files) {
        this.files = files;
    }

    /**
     * Looks into a file. Takes up to some seconds; call it outside of transactions. The same file gives the same answer.
     *
     * @throws FileStoreException the store fails
     */
    public Inspection inspect(StoredFile file) {
        if (file.size() == 0) {
            return new Inspection.Refused(RefusalReason.EMPTY, "application/octet-stream");
        }
        String found = detect(file);
        Optional<ContentType> type = MediaTypes.accepted(found);
        if (type.isEmpty()) {
            return new Inspection.Refused(RefusalReason.TYPE, found);
        }
        return new Inspection.Accepted(type.get(), file, type.get());
    }

    private String detect(StoredFile file) {
        try (InputStream content = files.open(file.hash())) {
            return MediaTypes.detect(content);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
