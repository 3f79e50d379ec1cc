package org.redress.intake.verification;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.redress.intake.chain.Anchor;
import org.redress.intake.chain.Attestations;
import org.redress.intake.chain.ChainCheck;
import org.redress.intake.chain.ChainedEntry;
import org.redress.intake.chain.Flaw;
import org.redress.intake.chain.Proof;
import org.redress.intake.complaint.TimelineRepository;
import org.redress.intake.complaint.Viewer;

/** Verifies the timeline of a complaint against its chain, the roots, and the words, files and records it names. */
@ApplicationScoped
class VerifyTimeline {
    private final TimelineRepository timelines;
    private final Attestations attestations;
    private final EvidenceCheck evidence;
    private final WordsCheck words;
    private final RecordRepository records;
    private final RecordCheck recorded;

    VerifyTimeline(
            TimelineRepository timelines,
            Attestations attestations,
            EvidenceCheck evidence,
            WordsCheck words,
            RecordRepository records,
            RecordCheck recorded) {
        this.timelines = timelines;
        this.attestations = attestations;
        this.evidence = evidence;
        this.words = words;
        this.records = records;
        this.recorded = recorded;
    }

    /**
     * What came of it.
     *
     * @param entries the timeline as it stands
     * @param proof that the newest root attests it
     * @param evidence what came of comparing the files
     * @param flaw the first thing wrong
     */
    record Verified(
            List<ChainedEntry> entries, Optional<Proof> proof, EvidenceCheck.Checked evidence, Optional<Flaw> flaw) {}

    /** Verifies; empty if there is no such complaint for the viewer. */
    Optional<Verified> verify(UUID complaintId, Viewer viewer) {
        if (!timelines.exists(complaintId, viewer)) {
            return Optional.empty();
        }
        Attestations.Attested attested = attestations.of(complaintId);
        List<ChainedEntry> entries = timelines.chain(complaintId);
        Optional<Proof> proof = attested.newest().flatMap(anchor -> attestations.proof(complaintId, anchor));
        Optional<Flaw> flaw = ChainCheck.firstFlaw(complaintId, entries, attested.anchors())
                .or(() -> unproved(attested, proof))
                .or(() -> words.check(complaintId, entries));
        List<EvidenceRow> rows = records.evidence(complaintId);
        EvidenceCheck.Checked files = evidence.check(entries, rows);
        Optional<Flaw> behind = Stream.of(files.flaw(), recorded.check(complaintId, entries, rows))
                .flatMap(Optional::stream)
                .min(Comparator.comparingInt(Flaw::position));
        return Optional.of(new Verified(entries, proof, files, flaw.or(() -> behind)));
    }

    private static Optional<Flaw> unproved(Attestations.Attested attested, Optional<Proof> proof) {
        Optional<Anchor> bare = proof.isPresent() ? Optional.empty() : attested.newest();
        return attested.broken().or(() -> bare).map(anchor -> Flaw.rootBroken(anchor.position()));
    }
}
