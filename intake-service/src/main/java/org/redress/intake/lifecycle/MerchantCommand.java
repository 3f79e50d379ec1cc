package org.redress.intake.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.redress.contract.intake.MerchantAsked;
import org.redress.contract.intake.MerchantReplied;

/** What is asked of the merchant, and what it says. */
public sealed interface MerchantCommand extends Command {

    /** Asks the merchant for a statement (R07). */
    record AskMerchant(Instant dueAt, String words) implements MerchantCommand {
        @Override
        public Act act() {
            return Act.ASK_MERCHANT;
        }

        @Override
        public boolean needsWords() {
            return true;
        }

        @Override
        public Outcome on(Case before, Moment moment) {
            String merchant = before.facts().merchantId();
            if (merchant == null) {
                return new Outcome.Refused(Refusal.NO_MERCHANT);
            }
            if (!before.open(Waiting.MerchantQuestion.class).isEmpty()) {
                return new Outcome.Refused(Refusal.ALREADY_ASKED);
            }
            if (!dueAt.isAfter(moment.now())) {
                return new Outcome.Refused(Refusal.DUE_IN_THE_PAST);
            }
            UUID id = moment.newId();
            Change change = new Change(before, moment);
            change.put(new Waiting.MerchantQuestion(id, merchant, dueAt, moment.now(), null));
            change.tell(new MerchantAsked(change.complaintId(), id, merchant, dueAt, moment.by(), moment.now()));
            return change.done(id);
        }
    }

    /** The merchant's statement; only to a question (R07). */
    record ReplyAsMerchant(String words) implements MerchantCommand {
        @Override
        public Act act() {
            return Act.REPLY_AS_MERCHANT;
        }

        @Override
        public boolean needsWords() {
            return true;
        }

        @Override
        public Outcome on(Case before, Moment moment) {
            List<Waiting.MerchantQuestion> open = before.open(Waiting.MerchantQuestion.class);
            if (open.isEmpty()) {
                return new Outcome.Refused(Refusal.NOT_ASKED);
            }
            Waiting.MerchantQuestion question = open.get(0);
            Change change = new Change(before, moment).put(question.ended(moment.now()));
            change.tell(new MerchantReplied(change.complaintId(), question.id(), moment.by(), moment.now()));
            return change.done(question.id());
        }
    }
}
