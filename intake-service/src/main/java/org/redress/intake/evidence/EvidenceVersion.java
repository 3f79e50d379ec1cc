package org.redress.intake.evidence;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.contract.Actor;
import org.redress.contract.intake.EvidenceKind;

/**
 * One version of a piece of evidence (R15). Written once, never changed.
 *
 * @param evidenceId the piece, the same over its versions
 * @param version from 1
 * @param original the file as it came, sealed
 * @param copy what others see of it: without metadata, written anew
 * @param occurredAt when what it shows happened (R12)
 * @param by who added it
 * @param shared whether the complainant sees it
 */
record EvidenceVersion(
        UUID complaintId,
        UUID evidenceId,
        int version,
        EvidenceKind kind,
        FileFacts original,
        FileFacts copy,
        FileName fileName,
        @Nullable Instant occurredAt,
        @Nullable String note,
        Actor by,
        Instant addedAt,
        boolean shared) {}
