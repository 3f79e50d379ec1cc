package org.redress.intake.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.redress.contract.Actor;
import org.redress.contract.ActorRole;
import org.redress.intake.casework.HandViewer;
import org.redress.intake.filestore.FileStore;
import org.redress.intake.filestore.FileStoreException;
import org.redress.service.problem.ProblemCode;
import org.redress.service.problem.ProblemException;
import org.redress.service.problem.Problems;

/** Hands out files: copies to whoever sees the evidence, originals to few, and only together with a note of who asked. */
@ApplicationScoped
class HandOutFile {
    private static final Logger LOG = Logger.getLogger(HandOutFile.class);

    private final ReadEvidence readEvidence;
    private final AccessRepository accesses;
    private final FileStore files;
    private final Problems problems;

    HandOutFile(ReadEvidence readEvidence, AccessRepository accesses, FileStore files, Problems problems) {
        this.readEvidence = readEvidence;
        this.accesses = accesses;
        this.files = files;
        this.problems = problems;
    }

    /** A file that may be handed out. */
    record Found(FileFacts file, FileName name) {
        /** Its entity tag. */
        String tag() {
            return "\"" + file.hash().hex() + "\"";
        }
    }

    /**
     * The cleaned copy of a version.
     *
     * @param version null for the newest
     * @throws ProblemException 404 if the caller sees no such version
     */
    Found copy(UUID complaintId, UUID evidenceId, @Nullable Integer version) {
        EvidenceVersion found = version(complaintId, evidenceId, version, readEvidence.hand(complaintId));
        return new Found(found.copy(), found.fileName());
    }

    /**
     * The original of a version. What cannot be noted is not handed out, since both share a transaction.
     *
     * @param version null for the newest
     * @param purpose why, for the note
     * @throws ProblemException 404 if the caller sees no such version, 403 if they see its copy only
     */
    @Transactional
    Found original(UUID complaintId, UUID evidenceId, @Nullable Integer version, String purpose) {
        HandViewer hand = readEvidence.hand(complaintId);
        EvidenceVersion found = version(complaintId, evidenceId, version, hand);
        if (!mayHaveOriginal(hand.actor(), found)) {
            throw new ProblemException(ProblemCode.FORBIDDEN);
        }
        accesses.note(found, hand, purpose);
        return new Found(found.original(), found.fileName());
    }

    /** The answer that has a client save a file, or the part of it that is asked for. */
    Response answer(Found found, @Nullable String rangeHeader, @Nullable String known, HttpHeaders headers) {
        if (known != null && names(known, found.tag())) {
            return headed(Response.notModified(), found).build();
        }
        long size = found.file().size();
        Optional<ContentRange> range = ContentRange.of(rangeHeader, size);
        if (range.isPresent() && !range.get().isSatisfiable()) {
            return Response.fromResponse(problems.answer(ProblemCode.RANGE_NOT_SATISFIABLE, null, List.of(), headers))
                    .header("Content-Range", "bytes */" + size)
                    .build();
        }
        ContentRange part = range.orElse(new ContentRange(0, size - 1));
        var answer = Response.status(range.isPresent() ? 206 : 200)
                .entity(open(found, part))
                .type(found.file().type().contentTypeHeader())
                .header(HttpHeaders.CONTENT_LENGTH, part.length());
        if (range.isPresent()) {
            answer.header("Content-Range", "bytes " + part.first() + "-" + part.last() + "/" + size);
        }
        return headed(answer, found).build();
    }

    /** Whether If-None-Match names a tag; by the weak comparison of RFC 9110, and any tag by an asterisk. */
    private static boolean names(String known, String tag) {
        return Arrays.stream(known.split(","))
                .map(String::strip)
                .anyMatch(one -> one.equals("*") || one.equals(tag) || one.equals("W/" + tag));
    }

    private static Response.ResponseBuilder headed(Response.ResponseBuilder answer, Found found) {
        byte[] hash = HexFormat.of().parseHex(found.file().hash().hex());
        return answer.header(HttpHeaders.ETAG, found.tag())
                .header(
                        "Content-Disposition",
                        found.name().disposition(found.file().type()))
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Accept-Ranges", "bytes")
                .header("Repr-Digest", "sha-256=:" + Base64.getEncoder().encodeToString(hash) + ":");
    }

    private InputStream open(Found found, ContentRange part) {
        try {
            InputStream content = files.open(found.file().hash());
            content.skipNBytes(part.first());
            return part.first() == 0 && part.length() == found.file().size()
                    ? content
                    : new BoundedStream(content, part.length());
        } catch (FileStoreException | IOException e) {
            LOG.errorf(
                    "a file that a row names cannot be read: %s: %s",
                    found.file().hash(), e.getMessage());
            throw new ProblemException(ProblemCode.UNAVAILABLE);
        }
    }

    private EvidenceVersion version(UUID complaintId, UUID evidenceId, @Nullable Integer number, HandViewer hand) {
        Evidence piece = readEvidence.seen(complaintId, evidenceId, hand);
        return number == null ? piece.newest() : piece.version(number).orElseThrow(ProblemException::notFound);
    }

    private static boolean mayHaveOriginal(Actor who, EvidenceVersion version) {
        return who.role() == ActorRole.SUPERVISOR
                || who.role() == ActorRole.OPS
                || version.by().equals(who);
    }
}
