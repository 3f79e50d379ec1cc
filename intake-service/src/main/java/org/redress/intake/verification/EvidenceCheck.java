package org.redress.intake.verification;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.redress.intake.chain.ChainedEntry;
import org.redress.intake.chain.Flaw;
import org.redress.intake.filestore.FileCondition;
import org.redress.intake.filestore.FileStore;
import org.redress.intake.filestore.Sha256;
import org.redress.intake.filestore.StoredFile;

/**
 * Compares the files of evidence, originals and the copies that others see, with the hashes that their timeline entries have of
 * them. Files are streamed, at most
 * {@value #MOST_BYTES} bytes a verification and few verifications at a time; of the files beyond it is only seen whether
 * they are there. No database connection is held meanwhile.
 */
@ApplicationScoped
class EvidenceCheck {
    /** The kind of entry that names a file. */
    static final String KIND = "EVIDENCE_ADDED";

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
     * @param files how many files the timeline names; a file and its copy count as one
     * @param compared how many of them were read to their end, with their copies
     * @param flaw the first that is gone or another
     */
    record Checked(int files, int compared, Optional<Flaw> flaw) {}

    /** What an entry names: the original, and the copy that others see of it. */
    private record Named(int position, Set<Sha256> hashes) {}

    /**
     * Checks the files of a timeline in its order, up to the first flaw.
     *
     * @param rows where entries from before copies were named have theirs from
     */
    Checked check(List<ChainedEntry> entries, List<EvidenceRow> rows) {
        List<Named> named = named(entries, rows);
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
            boolean whole = true;
            for (Sha256 hash : file.hashes()) {
                left -= files.find(hash).map(StoredFile::size).orElse(0L);
                FileCondition condition = left >= 0 ? files.check(hash) : present(hash);
                if (condition != FileCondition.INTACT) {
                    return new Checked(named.size(), compared, Optional.of(flaw(condition, file.position())));
                }
                whole &= left >= 0;
            }
            compared += whole ? 1 : 0;
        }
        return new Checked(named.size(), compared, Optional.empty());
    }

    private FileCondition present(Sha256 hash) {
        return files.find(hash).isPresent() ? FileCondition.INTACT : FileCondition.MISSING;
    }

    private static Flaw flaw(FileCondition condition, int position) {
        boolean gone = condition == FileCondition.MISSING;
        return Flaw.evidence(gone ? Flaw.Kind.EVIDENCE_MISSING : Flaw.Kind.EVIDENCE_CHANGED, position);
    }

    private List<Named> named(List<ChainedEntry> entries, List<EvidenceRow> rows) {
        var named = new ArrayList<Named>();
        for (ChainedEntry entry : entries) {
            Set<Sha256> hashes = KIND.equals(entry.content().kind()) ? hashesIn(entry, rows) : Set.of();
            if (!hashes.isEmpty()) {
                named.add(new Named(entry.position(), hashes));
            }
        }
        return named;
    }

    private Set<Sha256> hashesIn(ChainedEntry entry, List<EvidenceRow> rows) {
        Map<String, Object> data = EntryData.of(entry, json);
        String recorded = rows.stream()
                .filter(row -> row.isNamedBy(data))
                .findFirst()
                .map(EvidenceRow::copySha256)
                .orElse("");
        var hashes = new LinkedHashSet<Sha256>();
        hash(data.getOrDefault("sha256", "")).ifPresent(hashes::add);
        hash(data.getOrDefault("copySha256", recorded)).ifPresent(hashes::add);
        return hashes;
    }

    private static Optional<Sha256> hash(Object hex) {
        try {
            return Optional.of(new Sha256(String.valueOf(hex)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
