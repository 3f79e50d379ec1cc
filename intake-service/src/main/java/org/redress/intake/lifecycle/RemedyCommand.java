package org.redress.intake.lifecycle;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.contract.ActorRole;
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
            Refusal refusal = refusal(before, moment);
            if (refusal != null) {
                return new Outcome.Refused(refusal);
            }
            UUID decision = before.standingDecision().map(Part.Decision::id).orElse(null);
            Change change = new Change(before, moment);
            return change.done(Rulings.order(change, order, decision));
        }

        private @Nullable Refusal refusal(Case before, Moment moment) {
            if (!before.facts().triaged()) {
                return Refusal.NOT_TRIAGED;
            }
            return order.dueAt().isAfter(moment.now())
                    ? Granting.refusal(before, moment, order)
                    : Refusal.DUE_IN_THE_PAST;
        }
    }

    /**
     * Says that a remedy was carried out; one that was disputed may be carried out anew. The platform may say it as often as
     * it likes: the same execution told again changes nothing.
     *
     * @param platformReference the platform's own name for what it did
     * @param receipt what proves it
     */
    record ExecuteRemedy(
            UUID remedyId,
            @Nullable String platformReference,
            Part.@Nullable Receipt receipt,
            @Nullable String words) implements RemedyCommand {
        private static final Set<RemedyState> ACCEPTED =
                Set.of(RemedyState.ORDERED, RemedyState.DISPUTED, RemedyState.RECALLED);

        @Override
        public Act act() {
            return Act.EXECUTE_REMEDY;
        }

        @Override
        public Outcome on(Case before, Moment moment) {
            Part.Remedy remedy = before.find(Part.Remedy.class, remedyId).orElse(null);
            Change change = new Change(before, moment);
            if (remedy != null && moment.by().role() == ActorRole.PLATFORM && toldBefore(remedy)) {
                return change.done(remedyId);
            }
            Refusal refusal = refusal(remedy, ACCEPTED, Refusal.ENDED);
            if (refusal == null && byHand(moment)) {
                refusal = refusalByHand(moment);
            }
            if (remedy == null || refusal != null) {
                return new Outcome.Refused(refusal == null ? Refusal.NO_SUCH_PART : refusal);
            }
            change.put(remedy.executed(moment.now(), platformReference, receipt));
            change.tell(new RemedyExecuted(
                    change.complaintId(),
                    remedyId,
                    platformReference,
                    null,
                    receipt == null ? null : receipt.carriedOutAt(),
                    receipt == null ? null : receipt.sha256(),
                    moment.by(),
                    moment.now()));
            return change.done(remedyId);
        }

        /** Staff say what proves it; the platform's own word is a proof. */
        private @Nullable Refusal refusalByHand(Moment moment) {
            if (moment.orders().underWay().contains(remedyId)) {
                return Refusal.ORDER_UNDER_WAY;
            }
            boolean proven = platformReference != null || receipt != null || (words != null && !words.isBlank());
            return proven ? null : Refusal.PROOF_REQUIRED;
        }

        private static boolean byHand(Moment moment) {
            return moment.by().role() != ActorRole.PLATFORM;
        }

        /** A disputed execution stays disputed, however often it is told; only another reference says that it was done anew. */
        private boolean toldBefore(Part.Remedy remedy) {
            return switch (remedy.state()) {
                case EXECUTED, CONFIRMED -> Objects.equals(platformReference, remedy.platformReference());
                case DISPUTED -> platformReference == null || platformReference.equals(remedy.platformReference());
                case ORDERED, RECALLED, CANCELLED -> false;
            };
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
            change.put(remedy.become(RemedyState.CONFIRMED, moment.now()));
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
            change.put(remedy.become(RemedyState.DISPUTED, moment.now()));
            change.tell(new RemedyDisputed(change.complaintId(), remedyId, reason, moment.by(), moment.now()));
            boolean decided = change.current().status() == ComplaintStatus.DECIDED;
            return (decided ? change.reopen("REMEDY_DISPUTED") : change).done(remedyId);
        }
    }

    /** Takes a remedy back that is not carried out; what the platform may be carrying out is recalled first. */
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
            Rulings.takeBack(change, remedy, "CANCELLED");
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
