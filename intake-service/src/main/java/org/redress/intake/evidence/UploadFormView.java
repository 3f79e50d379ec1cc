package org.redress.intake.evidence;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.redress.contract.intake.EvidenceKind;

/**
 * The form of an upload, as the OpenAPI document shows it. It is read part by part by {@link UploadReader} and never held.
 *
 * @param file the file; its name is kept as text, its type is found out
 * @param kind what it shows; may be left out of a new version
 * @param occurredAt when what it shows happened
 * @param note a word with it
 * @param keyFact whether it shows a key fact
 * @param sha256 the file's SHA-256; another file than that is refused
 */
@Schema(name = "EvidenceUpload")
public record UploadFormView(
        @Schema(required = true, format = "binary") String file,
        @Nullable EvidenceKind kind,
        @Nullable Instant occurredAt,
        @Nullable String note,
        @Nullable Boolean keyFact,
        @Nullable String sha256) {}
