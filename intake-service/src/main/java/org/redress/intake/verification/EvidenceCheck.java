package org.redress.intake.verification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.redress.intake.chain.ChainedEntry;
import org.redress.intake.chain.Flaw;
import org.redress.intake.filestore.FileStore;
import org.redress.intake.filestore.Sha256;

/**
 * Compares the files of evidence with the hashes that their timeline entries have of them. Files are streamed, at most
 * {@value #MOST_BYTES} bytes a verification and few verifications at a time; of the files beyond it is only seen whether
 * they are there. No database connection is held meanwhile.
 */
@ApplicationScoped
class EvidenceCheck {
    private static final String KIND = "EVIDENCE_ADDED";
    private static final long MOST_BYTES = 1L << 30;
    private static final int AT_ONCE = 4;

    private final FileStore files;
    private final ObjectMapper json;
    private final Semaphore readers = new Semaphore(AT_ONCE);

    EvidenceCheck(FileStore files, ObjectMapper json) {
        this.files = files;
        this.json = json;
    }

    /**
     * What came of it.
     *
     * @param files how many files the timeline names
     * @param compared how many of them were read to their end
     * @param flaw the first that is gone or another
     */
    record Checked(int files, int compared, Optional<Flaw> flaw) {}

    /** A file that an entry names. */
    private record Named(int position, Sha256 hash) {}

    /** Checks the files of a timeline in its order, up to the first flaw. */
    Checked check(List<ChainedEntry> entries) {
        List<Named> named = named(entries);
        if (named.isEmpty()) {
            return new Checked(0, 0, Optional.empty());
        }
        boolean mayRead = readers.tryAcquire();
        try {
            return check(named, mayRead ? MOST_BYTES : 0);
        } finally {
            if (mayRead) {
                readers.release();
            }
        }
    }

    private Checked check(List<Named> named, long mostBytes) {
        long left = mostBytes;
        int compared = 0;
        for (Named file : named) {
            var stored = files.find(file.hash());
            if (stored.isEmpty()) {
                return new Checked(
                        named.size(),
                        compared,
                        Optional.of(Flaw.evidence(Flaw.Kind.EVIDENCE_MISSING, file.position())));
            }
            left -= stored.get().size();
            if (left >= 0) {
                Optional<Flaw> flaw = compare(file);
                if (flaw.isPresent()) {
                    return new Checked(named.size(), compared, flaw);
                }
                compared++;
            }
        }
        return new Checked(named.size(), compared, Optional.empty());
    }

    private Optional<Flaw> compare(Named file) {
        return switch (files.check(file.hash())) {
            case INTACT -> Optional.empty();
            case CHANGED -> Optional.of(Flaw.evidence(Flaw.Kind.EVIDENCE_CHANGED, file.position()));
            case MISSING -> Optional.of(Flaw.evidence(Flaw.Kind.EVIDENCE_MISSING, file.position()));
        };
    }

    private List<Named> named(List<ChainedEntry> entries) {
        var named = new ArrayList<Named>();
        for (ChainedEntry entry : entries) {
            Sha256 hash = KIND.equals(entry.content().kind()) ? hashIn(entry) : null;
            if (hash != null) {
                named.add(new Named(entry.position(), hash));
            }
        }
        return named;
    }

    private @Nullable Sha256 hashIn(ChainedEntry entry) {
        try {
            return new Sha256(
                    json.readTree(entry.content().data()).path("sha256").asText());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
