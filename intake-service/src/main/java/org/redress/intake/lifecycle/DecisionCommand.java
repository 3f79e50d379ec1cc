package org.redress.intake.lifecycle;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.contract.Actor;
import org.redress.contract.intake.DecisionOutcome;
import org.redress.contract.intake.RemedyType;

/** What decides a case. */
public sealed interface DecisionCommand extends Command
        permits DecisionCommand.Decide, DecisionCommand.RefuseSettlement {

    /**
     * Decides (R25, R30). The notice reaches the complainant's inbox with the decision, so it is served at once.
     *
     * @param basis the rules it rests on, by their stable names
     * @param remedies what is to be done
     * @param facts what was found, apart from the reasons; null if these say it
     * @param words the reasons
     */
    record Decide(
            DecisionOutcome outcome,
            List<String> basis,
            List<RemedyOrder> remedies,
            @Nullable String facts,
            String words)
            implements DecisionCommand {
        /** A decision whose reasons hold the facts too. */
        public Decide(DecisionOutcome outcome, List<String> basis, List<RemedyOrder> remedies, String words) {
            this(outcome, basis, remedies, null, words);
        }

        /** Copies the lists. */
        public Decide {
            basis = List.copyOf(basis);
            remedies = List.copyOf(remedies);
        }

        @Override
        public Act act() {
            return Act.DECIDE;
        }

        @Override
        public boolean needsWords() {
            return true;
        }

        /**
         * Who decided before decides anew neither what was revoked nor what somebody else has decided on appeal (R31); a case
         * that goes on otherwise may be decided by anyone, what is with the panel by its owner there alone (R33).
         */
        @Override
        public Outcome on(Case before, Moment moment) {
            if (!before.facts().triaged()) {
                return new Outcome.Refused(Refusal.NOT_TRIAGED);
            }
            if (!moment.rules().publishes(basis)) {
                return Rulings.unknownRule(moment);
            }
            if (Rulings.dueInThePast(remedies, moment.now())) {
                return new Outcome.Refused(Refusal.REMEDY_DUE_IN_THE_PAST);
            }
            Part.Decision old = before.standingDecision().orElse(null);
            Refusal refusal = refusal(before, old, moment.by());
            if (refusal != null) {
                return new Outcome.Refused(refusal);
            }
            Change change = new Change(before, moment);
            if (old != null) {
                Rulings.cancelOrdered(change, "DECISION_REPLACED");
            }
            UUID id = moment.newId();
            Refusal against = Rulings.issue(change, id, new Rulings.Ruling(outcome, basis, remedies, null, null));
            return against == null ? change.done(id) : new Outcome.Refused(against);
        }

        private static @Nullable Refusal refusal(Case before, Part.@Nullable Decision old, Actor by) {
            if (Standing.isForThePanelAlone(before, by)) {
                return Refusal.NOT_IN_CHARGE;
            }
            return isOfAnAppeal(old, by) && Standing.decidedBefore(before, by) ? Refusal.DECIDED_BEFORE : null;
        }

        private static boolean isOfAnAppeal(Part.@Nullable Decision old, Actor by) {
            return old == null || (old.appealId() != null && !Objects.equals(old.decidedBy(), by.id()));
        }
    }

    /** Refuses a settlement by a coupon alone; the case goes on and no appeal is used up (R35). */
    record RefuseSettlement(String words) implements DecisionCommand {
        private static final String CAUSE = "SETTLEMENT_REFUSED";

        @Override
        public Act act() {
            return Act.REFUSE_SETTLEMENT;
        }

        @Override
        public boolean needsWords() {
            return true;
        }

        @Override
        public Outcome on(Case before, Moment moment) {
            Part.Decision decision = before.standingDecision().orElseThrow();
            List<Part.Remedy> granted = before.all(Part.Remedy.class).stream()
                    .filter(remedy -> decision.id().equals(remedy.decisionId()))
                    .toList();
            boolean token = !granted.isEmpty()
                    && granted.stream()
                            .allMatch(remedy -> remedy.type() == RemedyType.COUPON
                                    && !remedy.state().isFinal()
                                    && remedy.state() != RemedyState.RECALLED);
            if (!token) {
                return new Outcome.Refused(Refusal.NO_TOKEN_SETTLEMENT);
            }
            Change change = new Change(before, moment);
            granted.forEach(remedy -> Rulings.takeBack(change, remedy, CAUSE));
            return change.reopen(CAUSE).done(decision.id());
        }
    }
}
