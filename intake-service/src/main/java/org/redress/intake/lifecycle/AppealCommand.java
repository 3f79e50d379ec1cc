package org.redress.intake.lifecycle;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.contract.Tier;
import org.redress.contract.intake.AppealDecided;
import org.redress.contract.intake.AppealFiled;
import org.redress.contract.intake.AppealOutcome;
import org.redress.contract.intake.AppealWithdrawn;
import org.redress.contract.intake.DecisionOutcome;
import org.redress.intake.complaint.ComplaintStatus;

/** What happens to a decision that is not accepted (R31, R32). */
public sealed interface AppealCommand extends Command {

    /**
     * Appeals against the decision that holds.
     *
     * @param news what is new since then; null for nothing
     * @param words the reason
     */
    record Appeal(@Nullable String news, String words) implements AppealCommand {
        @Override
        public Act act() {
            return Act.APPEAL;
        }

        @Override
        public boolean needsWords() {
            return true;
        }

        @Override
        public Outcome on(Case before, Moment moment) {
            Part.Decision decision = before.standingDecision().orElseThrow();
            int round = before.all(Part.Appeal.class).size() + 1;
            Tier tier = Standing.above(decision.tier()).orElse(null);
            Refusal refusal = refusal(before, moment, decision, round);
            if (refusal != null || tier == null) {
                return new Outcome.Refused(refusal != null ? refusal : Refusal.NO_HIGHER_TIER);
            }
            UUID id = moment.newId();
            Change change = new Change(before, moment).to(ComplaintStatus.UNDER_APPEAL);
            change.put(new Part.Appeal(id, decision.id(), round, tier, moment.now(), null, null, null));
            change.tell(
                    new AppealFiled(change.complaintId(), id, decision.id(), round, tier, moment.by(), moment.now()));
            return change.done(id);
        }

        private @Nullable Refusal refusal(Case before, Moment moment, Part.Decision decision, int round) {
            if (moment.now().isAfter(decision.appealUntil())) {
                return Refusal.APPEAL_WINDOW_OVER;
            }
            if (round > moment.rules().appeals()) {
                return Refusal.APPEALS_USED_UP;
            }
            boolean bringsSomething = (news != null && !news.isBlank())
                    || before.all(Part.Evidence.class).stream()
                            .anyMatch(evidence -> evidence.addedAt().isAfter(decision.servedAt()));
            return moment.rules().appealNeedsEvidence() && !bringsSomething ? Refusal.NOTHING_NEW : null;
        }
    }

    /**
     * Decides the appeal: by a team above, and by someone who did not decide before (R31).
     *
     * @param ruling how the case is decided instead; only taken for CHANGED
     * @param basis the rules it rests on
     * @param remedies what is ordered instead; only taken for CHANGED
     * @param words the reasons
     */
    record DecideAppeal(
            UUID appealId,
            AppealOutcome outcome,
            DecisionOutcome ruling,
            List<String> basis,
            List<RemedyOrder> remedies,
            String words)
            implements AppealCommand {
        /** Copies the lists. */
        public DecideAppeal {
            basis = List.copyOf(basis);
            remedies = List.copyOf(remedies);
        }

        @Override
        public Act act() {
            return Act.DECIDE_APPEAL;
        }

        @Override
        public boolean needsWords() {
            return true;
        }

        @Override
        public Outcome on(Case before, Moment moment) {
            Part.Appeal appeal = before.find(Part.Appeal.class, appealId).orElse(null);
            if (appeal == null) {
                return new Outcome.Refused(Refusal.NO_SUCH_PART);
            }
            if (!appeal.open()) {
                return new Outcome.Refused(Refusal.ENDED);
            }
            if (!moment.rules().publishes(basis)) {
                return Rulings.unknownRule(moment);
            }
            Refusal refusal = Standing.refusal(before, moment, appeal.tier());
            if (refusal == null && Rulings.dueInThePast(remedies, moment.now())) {
                refusal = Refusal.REMEDY_DUE_IN_THE_PAST;
            }
            return refusal == null ? decide(new Change(before, moment), appeal) : new Outcome.Refused(refusal);
        }

        /** Upheld or changed, it is a decision of its own that holds from now on and can be appealed in its turn. */
        private Outcome decide(Change change, Part.Appeal appeal) {
            Moment moment = change.moment();
            Part.Decision old = change.current().standingDecision().orElseThrow();
            change.put(appeal.decided(outcome, moment.by().id(), moment.now()));
            if (outcome == AppealOutcome.REVOKED) {
                tell(change, null);
                Rulings.cancelOrdered(change, "DECISION_REVOKED");
                change.put(old.ended(moment.now()));
                return change.reopen("DECISION_REVOKED").done(appealId);
            }
            UUID id = moment.newId();
            tell(change, id);
            boolean upheld = outcome == AppealOutcome.UPHELD;
            if (!upheld) {
                Rulings.cancelOrdered(change, "DECISION_CHANGED");
            }
            var ruling = upheld
                    ? new Rulings.Ruling(old.outcome(), basis, List.of(), appealId, old.id())
                    : new Rulings.Ruling(this.ruling, basis, remedies, appealId, null);
            Refusal against = Rulings.issue(change, id, ruling);
            return against == null ? change.goOnIfDisputed().done(appealId) : new Outcome.Refused(against);
        }

        private void tell(Change change, @Nullable UUID decisionId) {
            Moment moment = change.moment();
            Tier tier = Standing.of(moment.by(), change.current().facts());
            change.tell(new AppealDecided(
                    change.complaintId(), appealId, outcome, decisionId, tier, moment.by(), moment.now()));
        }
    }

    /** Takes the appeal back; the decision holds as it did, and a case with a disputed remedy goes on. It counts as used. */
    record WithdrawAppeal(UUID appealId, @Nullable String words) implements AppealCommand {
        @Override
        public Act act() {
            return Act.WITHDRAW_APPEAL;
        }

        @Override
        public Outcome on(Case before, Moment moment) {
            Part.Appeal appeal = before.find(Part.Appeal.class, appealId).orElse(null);
            if (appeal == null) {
                return new Outcome.Refused(Refusal.NO_SUCH_PART);
            }
            if (!appeal.open()) {
                return new Outcome.Refused(Refusal.ENDED);
            }
            Change change = new Change(before, moment).put(appeal.withdrawn(moment.now()));
            change.tell(new AppealWithdrawn(change.complaintId(), appealId, moment.by(), moment.now()));
            return change.to(ComplaintStatus.DECIDED).goOnIfDisputed().done(appealId);
        }
    }
}
