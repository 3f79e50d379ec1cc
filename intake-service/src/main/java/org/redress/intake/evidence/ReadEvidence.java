package org.redress.intake.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.intake.casework.HandViewer;
import org.redress.intake.casework.Hands;
import org.redress.intake.casework.HoldCase;
import org.redress.intake.lifecycle.Act;
import org.redress.service.page.Cursor;
import org.redress.service.page.Page;
import org.redress.service.problem.ProblemCode;
import org.redress.service.problem.ProblemException;

/** Reads and marks evidence in the caller's name. */
@ApplicationScoped
class ReadEvidence {
    private static final String BEHIND = "id";

    private final EvidenceRepository evidence;
    private final KeepMark keepMark;
    private final HoldCase holdCase;
    private final Hands hands;
    private final Clock clock;

    ReadEvidence(EvidenceRepository evidence, KeepMark keepMark, HoldCase holdCase, Hands hands, Clock clock) {
        this.evidence = evidence;
        this.keepMark = keepMark;
        this.holdCase = holdCase;
        this.hands = hands;
        this.clock = clock;
    }

    /** A page of what happened, in its order. */
    Page<EvidenceView> list(UUID complaintId, @Nullable String cursor, int limit) {
        HandViewer hand = hand(complaintId);
        if (!evidence.isVisible(complaintId, hand.viewer())) {
            throw ProblemException.notFound();
        }
        List<Evidence> all = evidence.of(complaintId, hand.viewer()).stream()
                .sorted(Evidence.AS_IT_HAPPENED)
                .toList();
        List<Evidence> rest = all.subList(begin(all, cursor), all.size());
        return Page.of(
                        rest.subList(0, Math.min(limit + 1, rest.size())),
                        limit,
                        last -> Cursor.of(Map.of(BEHIND, last.id().toString())))
                .map(piece -> EvidenceView.of(piece, hand.actor()));
    }

    /**
     * One piece.
     *
     * @throws ProblemException 404 if the caller sees no such piece of that complaint
     */
    EvidenceView find(UUID complaintId, UUID evidenceId) {
        HandViewer hand = hand(complaintId);
        return EvidenceView.of(seen(complaintId, evidenceId, hand), hand.actor());
    }

    /**
     * Marks a piece. What is marked like that already stays as it is.
     *
     * @param ifMatch the {@code If-Match} header, null for none
     * @throws ProblemException 404 if the caller sees no such piece, 403 if it is another side's, 412 if the case has changed
     * @throws org.redress.intake.casework.RefusedCommandException if the case stands where no evidence may be added
     */
    @Transactional
    EvidenceView mark(UUID complaintId, UUID evidenceId, MarkRequest body, @Nullable String ifMatch) {
        HandViewer hand = hands.reading(complaintId, Hands.ALL_BUT_OPS);
        Evidence piece = seen(complaintId, evidenceId, hand);
        Side side = Side.of(hand.actor().role());
        if (side != Side.STAFF && side != Side.of(piece.first().by().role())) {
            throw new ProblemException(ProblemCode.FORBIDDEN);
        }
        holdCase.hold(complaintId, hand, Act.ADD_EVIDENCE, ifMatch);
        var mark = new Evidence.Mark(body.keyFact(), body.note(), hand.actor(), clock.instant());
        if (seen(complaintId, evidenceId, hand).isNewsOf(mark)) {
            keepMark.keep(complaintId, evidenceId, mark);
        }
        return EvidenceView.of(seen(complaintId, evidenceId, hand), hand.actor());
    }

    /** The caller as one who reads the evidence of a complaint. */
    HandViewer hand(UUID complaintId) {
        return hands.reading(complaintId, Hands.EVERYBODY);
    }

    /** What the caller sees of a piece. */
    Evidence seen(UUID complaintId, UUID evidenceId, HandViewer hand) {
        return evidence.find(complaintId, evidenceId, hand.viewer()).orElseThrow(ProblemException::notFound);
    }

    /** Behind the piece that the cursor names; pieces are never taken away. */
    private static int begin(List<Evidence> all, @Nullable String cursor) {
        String behind = Cursor.parse(cursor).get(BEHIND);
        if (Cursor.isFirst(cursor)) {
            return 0;
        }
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).id().toString().equals(behind)) {
                return i + 1;
            }
        }
        throw Cursor.refused();
    }
}
