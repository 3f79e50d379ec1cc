package org.redress.intake.evidence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.redress.contract.Actor;
import org.redress.contract.ActorRole;
import org.redress.contract.intake.EvidenceKind;

/**
 * A piece of evidence.
 *
 * @param occurredAt when what it shows happened, as its newest version says
 * @param addedAt when its first version came
 * @param by the role of who added it
 * @param own whether the caller added it
 * @param keyFact whether it is marked as showing a key fact
 * @param remark a word with that mark; of those who work on the case, only for them
 * @param versions oldest first; none is ever overwritten
 */
@Schema(name = "Evidence")
public record EvidenceView(
        UUID id,
        UUID complaintId,
        EvidenceKind kind,
        @Nullable Instant occurredAt,
        Instant addedAt,
        ActorRole by,
        boolean own,
        boolean keyFact,
        @Nullable String remark,
        List<VersionView> versions) {

    /**
     * A version.
     *
     * @param version from 1
     * @param fileName as it was sent, without path and control characters; text, nothing else
     * @param original the file as it came; its hash is what stands in the timeline
     * @param copy what is downloaded
     * @param note a word of who added it
     * @param shared whether the complainant sees it: everything but what the merchant added and nobody released
     */
    @Schema(name = "EvidenceVersion")
    public record VersionView(
            int version,
            String fileName,
            FileView original,
            FileView copy,
            @Nullable Instant occurredAt,
            Instant addedAt,
            ActorRole by,
            @Nullable String note,
            boolean shared) {
        static VersionView of(EvidenceVersion version) {
            return new VersionView(
                    version.version(),
                    version.fileName().text(),
                    FileView.of(version.original()),
                    FileView.of(version.copy()),
                    version.occurredAt(),
                    version.addedAt(),
                    version.by().role(),
                    version.note(),
                    version.shared());
        }
    }

    /**
     * A file.
     *
     * @param mediaType what it is, by its content
     * @param size in bytes
     * @param sha256 the SHA-256 of its content, in hexadecimal
     */
    @Schema(name = "EvidenceFile")
    public record FileView(String mediaType, long size, String sha256) {
        static FileView of(FileFacts file) {
            return new FileView(
                    file.type().mediaType(), file.size(), file.hash().hex());
        }
    }

    static EvidenceView of(Evidence piece, Actor reader) {
        EvidenceVersion first = piece.first();
        Evidence.Mark mark = piece.mark();
        return new EvidenceView(
                piece.id(),
                first.complaintId(),
                first.kind(),
                piece.newest().occurredAt(),
                first.addedAt(),
                first.by().role(),
                first.by().equals(reader),
                piece.keyFact(),
                mark == null ? null : mark.noteFor(reader),
                piece.versions().stream().map(VersionView::of).toList());
    }
}
