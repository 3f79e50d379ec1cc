package org.redress.intake.lifecycle;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.contract.intake.RemedyConfirmed;
import org.redress.contract.intake.RemedyDisputed;
import org.redress.contract.intake.RemedyExecuted;
import org.redress.intake.complaint.ComplaintStatus;

/** What puts it right, followed to the end (R50). */
public sealed interface RemedyCommand extends Command {

    /** Orders a remedy beside those of the decision. */
    record OrderRemedy(RemedyOrder order, @Nullable String words) implements RemedyCommand {
        @Override
        public Act act() {
            return Act.ORDER_REMEDY;
        }

        @Override
        public Outcome on(Case before, Moment moment) {
            if (!order.dueAt().isAfter(moment.now())) {
                return new Outcome.Refused(Refusal.DUE_IN_THE_PAST);
            }
            UUID decision = before.standingDecision().map(Part.Decision::id).orElse(null);
            Change change = new Change(before, moment);
            return change.done(Rulings.order(change, order, decision));
        }
    }

    /**
     * Says that a remedy was carried out; one that was disputed may be carried out anew.
     *
     * @param platformReference the platform's own name for what it did
     */
    record ExecuteRemedy(
            UUID remedyId,
            @Nullable String platformReference,
            @Nullable String words) implements RemedyCommand {
        @Override
        public Act act() {
            return Act.EXECUTE_REMEDY;
        }

        @Override
        public Outcome on(Case before, Moment moment) {
            Part.Remedy remedy = before.find(Part.Remedy.class, remedyId).orElse(null);
            Refusal refusal = refusal(remedy, Set.of(RemedyState.ORDERED, RemedyState.DISPUTED), Refusal.ENDED);
            if (remedy == null || refusal != null) {
                return new Outcome.Refused(refusal == null ? Refusal.NO_SUCH_PART : refusal);
            }
            Change change = new Change(before, moment);
            change.put(remedy.become(RemedyState.EXECUTED, moment.now(), platformReference));
            change.tell(new RemedyExecuted(
                    change.complaintId(), remedyId, platformReference, null, moment.by(), moment.now()));
            return change.done(remedyId);
        }
    }

    /** Says that a remedy arrived. */
    record ConfirmRemedy(UUID remedyId, @Nullable String words) implements RemedyCommand {
        @Override
        public Act act() {
            return Act.CONFIRM_REMEDY;
        }

        @Override
        public Outcome on(Case before, Moment moment) {
            Part.Remedy remedy = before.find(Part.Remedy.class, remedyId).orElse(null);
            Refusal refusal = refusal(remedy, Set.of(RemedyState.EXECUTED), Refusal.NOT_EXECUTED);
            if (remedy == null || refusal != null) {
                return new Outcome.Refused(refusal == null ? Refusal.NO_SUCH_PART : refusal);
            }
            Change change = new Change(before, moment);
            change.put(remedy.become(RemedyState.CONFIRMED, moment.now(), remedy.platformReference()));
            change.tell(new RemedyConfirmed(change.complaintId(), remedyId, moment.by(), moment.now()));
            return change.done(remedyId);
        }
    }

    /** Says that a remedy did not arrive, not as ordered, or not in time; a decided case goes on (R50). */
    record DisputeRemedy(UUID remedyId, String words) implements RemedyCommand {
        @Override
        public Act act() {
            return Act.DISPUTE_REMEDY;
        }

        @Override
        public boolean needsWords() {
            return true;
        }

        @Override
        public Outcome on(Case before, Moment moment) {
            Part.Remedy remedy = before.find(Part.Remedy.class, remedyId).orElse(null);
            Refusal refusal = refusal(remedy, Set.of(RemedyState.EXECUTED, RemedyState.ORDERED), Refusal.ENDED);
            if (remedy == null || refusal != null) {
                return new Outcome.Refused(refusal == null ? Refusal.NO_SUCH_PART : refusal);
            }
            boolean ordered = remedy.state() == RemedyState.ORDERED;
            if (ordered && !moment.now().isAfter(remedy.dueAt())) {
                return new Outcome.Refused(Refusal.NOT_YET_DUE, remedy.dueAt());
            }
            return dispute(new Change(before, moment), remedy, ordered ? "NOT_IN_TIME" : "NOT_AS_ORDERED");
        }

        private Outcome dispute(Change change, Part.Remedy remedy, String reason) {
            Moment moment = change.moment();
            change.put(remedy.become(RemedyState.DISPUTED, moment.now(), remedy.platformReference()));
            change.tell(new RemedyDisputed(change.complaintId(), remedyId, reason, moment.by(), moment.now()));
            boolean decided = change.current().status() == ComplaintStatus.DECIDED;
            return (decided ? change.reopen("REMEDY_DISPUTED") : change).done(remedyId);
        }
    }

    /** Takes a remedy back that is not carried out. */
    record CancelRemedy(UUID remedyId, String words) implements RemedyCommand {
        @Override
        public Act act() {
            return Act.CANCEL_REMEDY;
        }

        @Override
        public boolean needsWords() {
            return true;
        }

        @Override
        public Outcome on(Case before, Moment moment) {
            Part.Remedy remedy = before.find(Part.Remedy.class, remedyId).orElse(null);
            Refusal refusal = refusal(remedy, Set.of(RemedyState.ORDERED, RemedyState.DISPUTED), Refusal.ENDED);
            if (remedy == null || refusal != null) {
                return new Outcome.Refused(refusal == null ? Refusal.NO_SUCH_PART : refusal);
            }
            Change change = new Change(before, moment);
            Rulings.cancel(change, remedy, "CANCELLED");
            return change.done(remedyId);
        }
    }

    private static @Nullable Refusal refusal(
            Part.@Nullable Remedy remedy, Set<RemedyState> accepted, Refusal otherwise) {
        if (remedy == null) {
            return Refusal.NO_SUCH_PART;
        }
        return accepted.contains(remedy.state()) ? null : otherwise;
    }
}
