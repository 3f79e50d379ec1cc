package org.redress.intake.lifecycle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.contract.intake.ComplaintClosed;
import org.redress.intake.complaint.ComplaintStatus;

/** When a decided case may be closed: nothing is open on it. */
final class Closing {
    private Closing() {}

    /** What speaks against closing; null for nothing. */
    static @Nullable Refusal refusal(Case before, Instant now, boolean appealGivenUp) {
        if (!before.open(Part.Remedy.class).isEmpty()) {
            return Refusal.REMEDY_OPEN;
        }
        if (!before.open(Waiting.Referral.class).isEmpty()) {
            return Refusal.REFERRAL_OPEN;
        }
        if (!before.open(Waiting.Commitment.class).isEmpty()) {
            return Refusal.COMMITMENT_OPEN;
        }
        boolean window = before.standingDecision()
                .filter(decision -> decision.appealUntil().isAfter(now))
                .isPresent();
        return window && !appealGivenUp ? Refusal.APPEAL_WINDOW_OPEN : null;
    }

    static void close(Change change, String cause) {
        Moment moment = change.moment();
        change.tell(new ComplaintClosed(change.complaintId(), cause, moment.by(), moment.now()));
        change.to(ComplaintStatus.CLOSED);
    }

    /** Closes a decided case if nothing is open on it any more. */
    static void closeIfOver(Change change, String cause) {
        Case now = change.current();
        if (now.status() == ComplaintStatus.DECIDED
                && refusal(now, change.moment().now(), false) == null) {
            close(change, cause);
        }
    }
}
