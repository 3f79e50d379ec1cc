package org.redress.intake.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.contract.ActorRole;
import org.redress.intake.casework.GiveCommand;
import org.redress.intake.casework.HandViewer;
import org.redress.intake.evidence.Evidence.Mark;
import org.redress.intake.lifecycle.MaterialsCommand.AddEvidence;
import org.redress.service.id.Ids;

/**
 * Makes a stored file a version of a piece of evidence: the row, the case's timeline and archive and the event, in one
 * transaction and under the lock of the complaint's row; or nothing.
 */
@ApplicationScoped
class KeepVersion {
    private final GiveCommand giveCommand;
    private final EvidenceRepository evidence;
    private final KeepMark keepMark;
    private final Quotas quotas;
    private final StoredContent content;
    private final EvidenceMetrics metrics;

    KeepVersion(
            GiveCommand giveCommand,
            EvidenceRepository evidence,
            KeepMark keepMark,
            Quotas quotas,
            StoredContent content,
            EvidenceMetrics metrics) {
        this.giveCommand = giveCommand;
        this.evidence = evidence;
        this.keepMark = keepMark;
        this.quotas = quotas;
        this.content = content;
        this.metrics = metrics;
    }

    /**
     * A version that was kept.
     *
     * @param tag the complaint's ETag after it
     */
    record Kept(UUID evidenceId, String tag) {}

    /**
     * Keeps a version.
     *
     * @throws org.redress.service.problem.ProblemException 404 if the hand has no such complaint, 412 if it has changed
     * @throws RefusedUploadException if a quota speaks against it, or the file is gone again
     */
    @Transactional
    Kept keep(UUID complaintId, HandViewer hand, NewVersion file, @Nullable String ifMatch) {
        UUID id = file.evidenceId() == null ? Ids.next() : file.evidenceId();
        FileFacts original = file.original();
        var command = new AddEvidence(
                id,
                file.kind(),
                original.type().mediaType(),
                original.size(),
                original.hash().hex(),
                file.copy().hash().hex(),
                file.occurredAt());
        var given = giveCommand.give(complaintId, hand, command, ifMatch);
        String platform = hand.viewer().platform();
        quotas.requireUnderLock(complaintId, platform, hand.actor(), original.size());
        content.hold(original.hash(), file.copy().hash());
        var version = new EvidenceVersion(
                complaintId,
                id,
                evidence.newestVersion(id) + 1,
                file.kind(),
                original,
                file.copy(),
                file.fileName(),
                file.occurredAt(),
                file.note(),
                hand.actor(),
                given.at(),
                hand.actor().role() != ActorRole.MERCHANT);
        evidence.insert(version, platform);
        if (file.keyFact() != null) {
            keepMark.keep(complaintId, id, new Mark(file.keyFact(), null, hand.actor(), given.at()));
        }
        metrics.added(version);
        return new Kept(id, given.tag());
    }
}
