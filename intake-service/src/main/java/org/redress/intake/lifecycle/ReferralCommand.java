package org.redress.intake.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.contract.intake.ComplaintReferred;
import org.redress.contract.intake.ReferralAnswered;
import org.redress.contract.intake.ReferralWithdrawn;

/** What goes to a body outside, and what comes back (R34). */
public sealed interface ReferralCommand extends Command {

    /**
     * Hands the case to a body outside.
     *
     * @param body its code in the platform's profile
     * @param reference the body's own number for it
     * @param dueAt until when its answer is expected
     */
    record Refer(
            String body,
            @Nullable String reference,
            @Nullable Instant dueAt,
            @Nullable String words) implements ReferralCommand {
        @Override
        public Act act() {
            return Act.REFER;
        }

        @Override
        public Outcome on(Case before, Moment moment) {
            List<String> open = moment.rules().openBodies(before, moment.now());
            if (!open.contains(body)) {
                boolean known = moment.rules().outsideBodies().stream()
                        .anyMatch(one -> one.code().equals(body));
                return new Outcome.Refused(known ? Refusal.BODY_NOT_OPEN : Refusal.NO_SUCH_BODY, null, open);
            }
            if (dueAt != null && !dueAt.isAfter(moment.now())) {
                return new Outcome.Refused(Refusal.DUE_IN_THE_PAST);
            }
            if (before.open(Waiting.Referral.class).stream()
                    .anyMatch(referral -> referral.body().equals(body))) {
                return new Outcome.Refused(Refusal.ALREADY_REFERRED);
            }
            UUID id = moment.newId();
            Change change = new Change(before, moment);
            change.put(new Waiting.Referral(id, body, reference, dueAt, moment.now(), null, null));
            change.tell(
                    new ComplaintReferred(change.complaintId(), id, body, reference, dueAt, moment.by(), moment.now()));
            return change.done(id);
        }
    }

    /**
     * Notes what the body answered.
     *
     * @param result a code such as {@code SETTLED}
     * @param reference the body's own number for it, null to keep the known one
     */
    record AnswerReferral(
            UUID referralId,
            String result,
            @Nullable String reference,
            @Nullable String words) implements ReferralCommand {
        @Override
        public Act act() {
            return Act.ANSWER_REFERRAL;
        }

        @Override
        public Outcome on(Case before, Moment moment) {
            Waiting.Referral referral =
                    before.find(Waiting.Referral.class, referralId).orElse(null);
            if (referral == null || !referral.open()) {
                return new Outcome.Refused(referral == null ? Refusal.NO_SUCH_PART : Refusal.ENDED);
            }
            String number = reference != null ? reference : referral.reference();
            Change change = new Change(before, moment).put(ended(referral, result, number, moment.now()));
            change.tell(
                    new ReferralAnswered(change.complaintId(), referralId, result, number, moment.by(), moment.now()));
            return change.done(referralId);
        }
    }

    /** Takes a referral back. */
    record WithdrawReferral(UUID referralId, String words) implements ReferralCommand {
        private static final String WITHDRAWN = "WITHDRAWN";

        @Override
        public Act act() {
            return Act.WITHDRAW_REFERRAL;
        }

        @Override
        public boolean needsWords() {
            return true;
        }

        @Override
        public Outcome on(Case before, Moment moment) {
            Waiting.Referral referral =
                    before.find(Waiting.Referral.class, referralId).orElse(null);
            if (referral == null || !referral.open()) {
                return new Outcome.Refused(referral == null ? Refusal.NO_SUCH_PART : Refusal.ENDED);
            }
            Change change = new Change(before, moment);
            change.put(ended(referral, WITHDRAWN, referral.reference(), moment.now()));
            change.tell(new ReferralWithdrawn(change.complaintId(), referralId, null, moment.by(), moment.now()));
            return change.done(referralId);
        }
    }

    private static Waiting.Referral ended(
            Waiting.Referral referral, String outcome, @Nullable String reference, Instant at) {
        return new Waiting.Referral(
                referral.id(), referral.body(), reference, referral.dueAt(), referral.referredAt(), outcome, at);
    }
}
