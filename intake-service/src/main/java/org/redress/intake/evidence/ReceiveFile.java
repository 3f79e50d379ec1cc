package org.redress.intake.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.redress.contract.intake.EvidenceKind;
import org.redress.intake.content.ContentType;
import org.redress.intake.content.FileInspector;
import org.redress.intake.content.Inspection;
import org.redress.intake.filestore.FileStore;
import org.redress.intake.filestore.FileStoreException;
import org.redress.intake.filestore.StoreFullException;
import org.redress.intake.filestore.StoredFile;
import org.redress.intake.filestore.TooLargeException;

/** Takes a file in, looks into it and makes the copy that others see. Outside of transactions: it takes its time. */
@ApplicationScoped
class ReceiveFile {
    private static final Logger LOG = Logger.getLogger(ReceiveFile.class);

    private final FileStore files;
    private final FileInspector inspector;
    private final EvidenceLimits limits;

    ReceiveFile(FileStore files, FileInspector inspector, EvidenceConfig config) {
        this.files = files;
        this.inspector = inspector;
        this.limits = ConfiguredLimits.of(config);
    }

    /** A file and the copy of it that others see. */
    record Received(FileFacts original, FileFacts copy) {}

    /**
     * Takes a stream into the store.
     *
     * @param kind the kind of evidence, if it is known by now
     * @param upload is told of it
     * @throws IOException the client is gone; nothing is kept
     * @throws RefusedUploadException it is too large, or cannot be kept; nothing is kept
     */
    StoredFile take(InputStream stream, @Nullable EvidenceKind kind, FilesUnderWay.Upload upload) throws IOException {
        long max = kind == null ? limits.max() : limits.max(kind);
        try {
            return files.keep(stream, max, upload::stores);
        } catch (TooLargeException e) {
            throw kind == null
                    ? RefusedUploadException.of(Refused.FILE_TOO_LARGE, max)
                    : RefusedUploadException.of(Refused.FILE_TOO_LARGE, kind, max);
        } catch (FileStoreException e) {
            throw refused(e);
        }
    }

    /**
     * Looks into a file that was taken.
     *
     * @param upload is told of the copy
     * @throws RefusedUploadException what it is, or what is in it, is not accepted
     */
    Received accept(StoredFile file, EvidenceKind kind, FilesUnderWay.Upload upload) {
        if (file.size() > limits.max(kind)) {
            throw RefusedUploadException.of(Refused.FILE_TOO_LARGE, kind, limits.max(kind));
        }
        try {
            Inspection inspection = inspector.inspect(file, upload::stores);
            if (inspection instanceof Inspection.Refused refused) {
                throw RefusedUploadException.content(refused, kind);
            }
            Inspection.Accepted accepted = (Inspection.Accepted) inspection;
            StoredFile cleaned = accepted.cleaned();
            requireFit(accepted.type(), file, kind);
            return new Received(
                    new FileFacts(accepted.type(), file.size(), file.hash()),
                    new FileFacts(accepted.cleanedType(), cleaned.size(), cleaned.hash()));
        } catch (FileStoreException e) {
            throw refused(e);
        }
    }

    private void requireFit(ContentType type, StoredFile file, EvidenceKind kind) {
        if (!EvidenceLimits.families(kind).contains(type.family())) {
            throw RefusedUploadException.of(Refused.TYPE_NOT_ACCEPTED, kind, type.mediaType());
        }
        if (file.size() > limits.max(type.family())) {
            throw RefusedUploadException.of(Refused.FILE_TOO_LARGE, kind, limits.max(type.family()));
        }
    }

    private static RefusedUploadException refused(FileStoreException failure) {
        LOG.warnf(failure, "a file could not be kept: %s", failure.getMessage());
        return RefusedUploadException.of(
                failure instanceof StoreFullException ? Refused.STORE_FULL : Refused.STORE_UNAVAILABLE);
    }
}
