package org.redress.intake.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.contract.Actor;
import org.redress.contract.intake.EvidenceKind;
import org.redress.intake.casework.CommandParameters;
import org.redress.intake.casework.HandViewer;
import org.redress.intake.casework.Hands;
import org.redress.intake.complaint.Viewer;
import org.redress.intake.lifecycle.Act;
import org.redress.service.idempotency.IdempotentRequests;
import org.redress.service.problem.FieldError;
import org.redress.service.problem.Languages;
import org.redress.service.problem.ProblemCode;
import org.redress.service.problem.ProblemException;

/**
 * Where files come in. First what needs no file is checked, then the body is taken into the store as it comes, then the
 * file is looked into; only what is left, the row and its event, is one transaction.
 */
@ApplicationScoped
class UploadDesk {
    /** What the fields of a form and its frame take beside the file. */
    private static final long FRAME = 256 * 1024;

    private final ReceiveFile receiveFile;
    private final FilesUnderWay underWay;
    private final KeepVersion keepVersion;
    private final EvidenceRepository evidence;
    private final Quotas quotas;
    private final IdempotentRequests idempotent;
    private final Hands hands;
    private final Clock clock;
    private final EvidenceConfig config;
    private final UploadSlots slots;

    UploadDesk(
            ReceiveFile receiveFile,
            FilesUnderWay underWay,
            KeepVersion keepVersion,
            EvidenceRepository evidence,
            Quotas quotas,
            IdempotentRequests idempotent,
            Hands hands,
            Clock clock,
            EvidenceConfig config) {
        this.receiveFile = receiveFile;
        this.underWay = underWay;
        this.keepVersion = keepVersion;
        this.evidence = evidence;
        this.quotas = quotas;
        this.idempotent = idempotent;
        this.hands = hands;
        this.clock = clock;
        this.config = config;
        this.slots = new UploadSlots(config.uploads(), config.uploadsPerPerson());
    }

    /**
     * Takes an upload and answers 201 with the piece as it became.
     *
     * @param evidenceId the piece it is a new version of; null if it is a piece of its own
     */
    Response take(CommandParameters with, @Nullable UUID evidenceId, HttpHeaders headers, InputStream stream) {
        HandViewer hand = hands.giving(with.id(), Act.ADD_EVIDENCE);
        long longest = ConfiguredLimits.of(config).max() + FRAME;
        UploadBody body = new UploadBody(stream, longest, config.patience());
        UploadSlots.Slot slot = slots.take(hand.viewer().platform() + " " + hand.actor());
        try (var files = underWay.begin()) {
            Evidence piece = piece(with.id(), evidenceId, hand);
            requireAny(with, hand);
            Response answer = take(with, piece, hand, headers, body, files);
            files.named();
            return answer;
        } catch (IOException e) {
            // The client is gone; whoever still reads is told that this was no request.
            throw new ProblemException(ProblemCode.BAD_REQUEST);
        } finally {
            body.drain();
            slot.close();
        }
    }

    /** What has its answer is repeated, whatever was used up since. In this order: it cannot come in between. */
    private void requireAny(CommandParameters with, HandViewer hand) {
        try {
            quotas.requireAny(with.id(), hand.viewer().platform(), hand.actor());
        } catch (RefusedUploadException e) {
            if (!idempotent.isAnswered(with.key())) {
                throw e;
            }
        }
    }

    private Response take(
            CommandParameters with,
            @Nullable Evidence piece,
            HandViewer hand,
            HttpHeaders headers,
            InputStream body,
            FilesUnderWay.Upload files)
            throws IOException {
        EvidenceKind kind = piece == null ? null : piece.first().kind();
        UploadForm form = UploadReader.read(
                body,
                headers.getHeaderString(HttpHeaders.CONTENT_TYPE),
                (content, before) -> receiveFile.take(
                        content, kind == null ? UploadFields.kindOf(before.get("kind")) : kind, files));
        Optional<Response> before = idempotent.answered(with.key(), SentFile.of(form));
        return before.isPresent() ? before.get() : take(with, piece, hand, headers, form, files);
    }

    private Response take(
            CommandParameters with,
            @Nullable Evidence piece,
            HandViewer hand,
            HttpHeaders headers,
            UploadForm form,
            FilesUnderWay.Upload files) {
        EvidenceKind kind = piece == null ? null : piece.first().kind();
        ResourceBundle texts = Languages.texts(
                RefusedUploads.TEXTS, Languages.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)));
        UploadRequest said = UploadFields.read(form.fields(), kind, clock.instant(), texts);
        requireExpected(said, form, hand.actor(), texts);
        var received = receiveFile.accept(form.file(), said.kind(), files);
        var file = new NewVersion(
                piece == null ? null : piece.id(),
                said.kind(),
                received.original(),
                received.copy(),
                form.fileName(),
                said.occurredAt() == null && piece != null ? piece.newest().occurredAt() : said.occurredAt(),
                said.note(),
                said.keyFact());
        return idempotent.once(with.key(), SentFile.of(form), () -> keep(with, hand, file));
    }

    private Response keep(CommandParameters with, HandViewer hand, NewVersion file) {
        var kept = keepVersion.keep(with.id(), hand, file, with.ifMatch());
        Evidence piece = evidence.find(with.id(), kept.evidenceId(), hand.viewer())
                .orElseThrow(() -> new IllegalStateException("evidence is visible to whoever added it"));
        return Response.created(URI.create("/api/v1/complaints/" + with.id() + "/evidence/" + kept.evidenceId()))
                .tag(new EntityTag(kept.tag()))
                .entity(EvidenceView.of(piece, hand.actor()))
                .build();
    }

    /** The piece that a version is for, if it is for one: visible, and of the same side. */
    private @Nullable Evidence piece(UUID complaintId, @Nullable UUID evidenceId, HandViewer hand) {
        Viewer viewer = hand.viewer();
        if (evidenceId == null) {
            if (!evidence.isVisible(complaintId, viewer)) {
                throw ProblemException.notFound();
            }
            return null;
        }
        Evidence piece = evidence.find(complaintId, evidenceId, viewer).orElseThrow(ProblemException::notFound);
        if (Side.of(piece.first().by().role()) != Side.of(hand.actor().role())) {
            throw new ProblemException(ProblemCode.FORBIDDEN);
        }
        return piece;
    }

    private static void requireExpected(UploadRequest said, UploadForm form, Actor who, ResourceBundle texts) {
        boolean platforms = said.kind() == EvidenceKind.PLATFORM_RECORD;
        Side side = Side.of(who.role());
        if (platforms && side != Side.PLATFORM && side != Side.STAFF) {
            throw ProblemException.invalid(new FieldError("/kind", "not-yours", texts.getString("field.not-yours")));
        }
        if (said.sha256() != null && !said.sha256().equals(form.file().hash())) {
            throw ProblemException.invalid(new FieldError("/sha256", "hash", texts.getString("field.hash")));
        }
    }
}
