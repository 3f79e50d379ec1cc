package org.redress.intake.evidence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.contract.intake.EvidenceKind;
import org.redress.intake.filestore.Sha256;

/**
 * What was said of a file.
 *
 * @param occurredAt when what it shows happened (R12)
 * @param keyFact whether it shows a key fact; null: nothing is said of it
 * @param sha256 what its content's hash should be
 */
record UploadRequest(
        EvidenceKind kind,
        @Nullable Instant occurredAt,
        @Nullable String note,
        @Nullable Boolean keyFact,
        @Nullable Sha256 sha256) {}
