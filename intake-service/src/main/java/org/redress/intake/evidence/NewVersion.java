package org.redress.intake.evidence;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.contract.intake.EvidenceKind;

/**
 * A file that is about to become a version.
 *
 * @param evidenceId the piece it is a new version of; null if it is a piece of its own
 */
record NewVersion(
        @Nullable UUID evidenceId,
        EvidenceKind kind,
        FileFacts original,
        FileFacts copy,
        FileName fileName,
        @Nullable Instant occurredAt,
        @Nullable String note,
        @Nullable Boolean keyFact) {}
