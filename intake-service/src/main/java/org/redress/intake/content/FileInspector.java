package org.redress.intake.content;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.redress.intake.filestore.FileStore;
import org.redress.intake.filestore.FileStoreException;
import org.redress.intake.filestore.LocalFile;
import org.redress.intake.filestore.ScratchFiles;
import org.redress.intake.filestore.Sha256;
import org.redress.intake.filestore.StoredFile;

/** Looks into a stored file and makes the copy of it that others may see. Thread-safe. */
@ApplicationScoped
public class FileInspector {
    private static final String UNKNOWN = "application/octet-stream";

    private final FileStore files;
    private final ScratchFiles scratch;
    private final CleaningProcesses processes;
    private final VirusScan scan;
    private final InspectionMetrics metrics;

    FileInspector(
            FileStore files,
            ScratchFiles scratch,
            CleaningProcesses processes,
            VirusScan scan,
            InspectionMetrics metrics) {
        this.files = files;
        this.scratch = scratch;
        this.processes = processes;
        this.scan = scan;
        this.metrics = metrics;
    }

    /**
     * Looks into a file. Takes milliseconds for most, some seconds for large ones; call it outside of transactions. The
     * same file gives the same answer.
     *
     * @throws FileStoreException the store fails; {@link org.redress.intake.filestore.StoreFullException} when there is no
     *     space for the copy
     * @throws InspectionUnavailableException files cannot be looked into at the moment
     */
    public Inspection inspect(StoredFile file) {
        return inspect(file, hash -> {});
    }

    /**
     * The same, for those who say which files they are about to use.
     *
     * @param before is told the copy's hash before it is there
     */
    public Inspection inspect(StoredFile file, Consumer<Sha256> before) {
        long started = System.nanoTime();
        Inspection inspection = lookInto(file, before);
        metrics.inspected(inspection, Duration.ofNanos(System.nanoTime() - started));
        return inspection;
    }

    private Inspection lookInto(StoredFile file, Consumer<Sha256> before) {
        if (file.size() == 0) {
            return new Inspection.Refused(RefusalReason.EMPTY, UNKNOWN);
        }
        try (LocalFile local = files.local(file.hash())) {
            String found = detect(local.path());
            // Text in the encodings of Chinese systems has no mark that tells it from anything else: it is tried.
            Optional<ContentType> type =
                    found.equals(UNKNOWN) ? Optional.of(ContentType.TEXT) : MediaTypes.accepted(found);
            if (type.isEmpty()) {
                return new Inspection.Refused(RefusalReason.TYPE, found);
            }
            if (isHarmful(local.path())) {
                return new Inspection.Refused(RefusalReason.VIRUS, found);
            }
            return clean(local.path(), type.get(), found, before);
        }
    }

    private Inspection clean(Path original, ContentType type, String found, Consumer<Sha256> before) {
        Path copy = scratch.next();
        try {
            CleaningAnswer answer = processes.clean(type, original, copy);
            if (answer instanceof CleaningAnswer.Cleaned cleaned) {
                return new Inspection.Accepted(type(type, cleaned.type()), keep(copy, before), cleaned.type());
            }
            if (answer instanceof CleaningAnswer.Refused refused) {
                boolean unknown = found.equals(UNKNOWN) && refused.reason() == RefusalReason.NOT_TEXT;
                return new Inspection.Refused(unknown ? RefusalReason.TYPE : refused.reason(), found);
            }
            throw new InspectionUnavailableException("a file could not be cleaned: " + answer, null);
        } finally {
            scratch.discard(copy);
        }
    }

    /** Recordings without pictures are sound, whatever they begin with. */
    private static ContentType type(ContentType told, ContentType copy) {
        return told.family() == ContentType.Family.VIDEO || told == ContentType.M4A ? copy : told;
    }

    private StoredFile keep(Path copy, Consumer<Sha256> before) {
        try (InputStream content = Files.newInputStream(copy)) {
            return files.keep(content, Long.MAX_VALUE, before);
        } catch (IOException e) {
            throw new InspectionUnavailableException("a cleaned copy could not be read", e);
        }
    }

    private boolean isHarmful(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            return scan.isHarmful(content);
        } catch (IOException e) {
            throw new InspectionUnavailableException("the virus scanner gives no answer", e);
        }
    }

    private static String detect(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            return MediaTypes.detect(content);
        } catch (IOException e) {
            throw new InspectionUnavailableException("a stored file could not be read", e);
        }
    }
}
