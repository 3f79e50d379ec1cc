package org.redress.intake.lifecycle;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.contract.ActorRole;
import org.redress.contract.intake.ComplaintRated;
import org.redress.contract.intake.ComplaintWithdrawn;
import org.redress.intake.complaint.ComplaintStatus;

/** How a case ends, and what comes after. */
public sealed interface EndCommand extends Command {

    /** Takes the complaint back; nothing is waited for any more. */
    record Withdraw(@Nullable String words) implements EndCommand {
        @Override
        public Act act() {
            return Act.WITHDRAW;
        }

        @Override
        public Outcome on(Case before, Moment moment) {
            if (!before.open(Part.Remedy.class).isEmpty()) {
                return new Outcome.Refused(Refusal.REMEDY_OPEN);
            }
            if (!before.open(Waiting.Referral.class).isEmpty()) {
                return new Outcome.Refused(Refusal.REFERRAL_OPEN);
            }
            Change change = new Change(before, moment);
            Rulings.endWaiting(change);
            change.tell(new ComplaintWithdrawn(change.complaintId(), null, moment.by(), moment.now()));
            return change.to(ComplaintStatus.WITHDRAWN).done(change.complaintId());
        }
    }

    /** Closes a decided case on which nothing is open. The complainant may give up the rest of the appeal window. */
    record Close(@Nullable String words) implements EndCommand {
        @Override
        public Act act() {
            return Act.CLOSE;
        }

        @Override
        public Outcome on(Case before, Moment moment) {
            boolean own = isComplainantsSide(moment.by().role());
            Refusal refusal = Closing.refusal(before, moment.now(), own);
            if (refusal != null) {
                Part.Decision decision = before.standingDecision().orElseThrow();
                return refusal == Refusal.APPEAL_WINDOW_OPEN
                        ? new Outcome.Refused(refusal, decision.appealUntil())
                        : new Outcome.Refused(refusal);
            }
            Change change = new Change(before, moment);
            Closing.close(change, own ? "ACCEPTED" : "DECIDED");
            return change.done(change.complaintId());
        }
    }

    /** Has a closed case go on. */
    record Reopen(String words) implements EndCommand {
        @Override
        public Act act() {
            return Act.REOPEN;
        }

        @Override
        public boolean needsWords() {
            return true;
        }

        @Override
        public Outcome on(Case before, Moment moment) {
            boolean own = isComplainantsSide(moment.by().role());
            long asked = before.all(Part.Reopening.class).stream()
                    .filter(reopening -> reopening.cause().equals("ASKED"))
                    .count();
            if (own && asked >= moment.rules().reopenings()) {
                return new Outcome.Refused(Refusal.REOPENINGS_USED_UP);
            }
            Change change = new Change(before, moment).reopen(own ? "ASKED" : "RECONSIDERED");
            UUID id = change.current().last(Part.Reopening.class).orElseThrow().id();
            return change.done(id);
        }
    }

    /**
     * Rates what was done (R51), once each time the case ends.
     *
     * @param handling 1 to 5
     * @param seller 1 to 5, null for no opinion
     */
    record Rate(
            int handling,
            @Nullable Integer seller,
            @Nullable String words) implements EndCommand {
        @Override
        public Act act() {
            return Act.RATE;
        }

        @Override
        public Outcome on(Case before, Moment moment) {
            boolean rated = before.last(Part.Rating.class)
                    .filter(rating -> before.last(Part.Reopening.class)
                            .filter(reopening -> reopening.reopenedAt().isAfter(rating.ratedAt()))
                            .isEmpty())
                    .isPresent();
            if (rated) {
                return new Outcome.Refused(Refusal.ALREADY_RATED);
            }
            UUID id = moment.newId();
            Change change = new Change(before, moment).put(new Part.Rating(id, handling, seller, moment.now()));
            change.tell(new ComplaintRated(change.complaintId(), handling, seller, moment.by(), moment.now()));
            return change.done(id);
        }
    }

    private static boolean isComplainantsSide(ActorRole role) {
        return role == ActorRole.COMPLAINANT || role == ActorRole.PARTNER;
    }
}
