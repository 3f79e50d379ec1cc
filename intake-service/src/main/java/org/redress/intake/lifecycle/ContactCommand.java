package org.redress.intake.lifecycle;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.contract.ActorRole;
import org.redress.contract.intake.Channel;
import org.redress.contract.intake.CommitmentKept;
import org.redress.contract.intake.CommitmentMade;
import org.redress.contract.intake.ComplaintUrged;
import org.redress.contract.intake.MessagePosted;
import org.redress.contract.intake.ResponseGiven;

/** What people say to each other on a case: messages, answers, promises, urgings. */
public sealed interface ContactCommand extends Command {

    /**
     * Writes on the case.
     *
     * @param from whose words they are, also when somebody else typed them
     * @param to whom they are for, null for everybody on the case
     */
    record PostMessage(ActorRole from, @Nullable ActorRole to, String words) implements ContactCommand {
        @Override
        public Act act() {
            return Act.POST_MESSAGE;
        }

        @Override
        public boolean needsWords() {
            return true;
        }

        @Override
        public Outcome on(Case before, Moment moment) {
            UUID id = moment.newId();
            Change change = new Change(before, moment);
            change.tell(new MessagePosted(change.complaintId(), id, from, to, moment.by(), moment.now()));
            return change.done(id);
        }
    }

    /**
     * Answers the complainant.
     *
     * @param template an automatic acknowledgement: it is no answer (R23)
     */
    record Respond(boolean template, String words) implements ContactCommand {
        @Override
        public Act act() {
            return Act.RESPOND;
        }

        @Override
        public boolean needsWords() {
            return true;
        }

        @Override
        public Outcome on(Case before, Moment moment) {
            UUID id = moment.newId();
            Change change = new Change(before, moment);
            if (!template) {
                before.all(Part.Urging.class).forEach(urging -> change.put(urging.answered(moment.now())));
            }
            change.tell(new ResponseGiven(change.complaintId(), id, template, moment.by(), moment.now()));
            return change.done(id);
        }
    }

    /** Promises something by a time (R40). */
    record Commit(Instant dueAt, String words) implements ContactCommand {
        @Override
        public Act act() {
            return Act.COMMIT;
        }

        @Override
        public boolean needsWords() {
            return true;
        }

        @Override
        public Outcome on(Case before, Moment moment) {
            if (!dueAt.isAfter(moment.now())) {
                return new Outcome.Refused(Refusal.DUE_IN_THE_PAST);
            }
            UUID id = moment.newId();
            Change change = new Change(before, moment);
            change.put(new Waiting.Commitment(id, moment.by().id(), dueAt, moment.now(), null));
            change.tell(new CommitmentMade(change.complaintId(), id, dueAt, moment.by(), moment.now()));
            return change.done(id);
        }
    }

    /** Says that what was promised was done; late is better than never. */
    record KeepCommitment(UUID commitmentId, @Nullable String words) implements ContactCommand {
        @Override
        public Act act() {
            return Act.KEEP_COMMITMENT;
        }

        @Override
        public Outcome on(Case before, Moment moment) {
            Waiting.Commitment commitment =
                    before.find(Waiting.Commitment.class, commitmentId).orElse(null);
            if (commitment == null) {
                return new Outcome.Refused(Refusal.NO_SUCH_PART);
            }
            if (!commitment.open()) {
                return new Outcome.Refused(Refusal.ENDED);
            }
            Change change = new Change(before, moment).put(commitment.ended(moment.now()));
            change.tell(new CommitmentKept(change.complaintId(), commitmentId, moment.by(), moment.now()));
            return change.done(commitmentId);
        }
    }

    /**
     * Asks to hurry (R40).
     *
     * @param channel the way it came by, null for the case's own page
     */
    record Urge(@Nullable Channel channel, @Nullable String words) implements ContactCommand {
        @Override
        public Act act() {
            return Act.URGE;
        }

        @Override
        public Outcome on(Case before, Moment moment) {
            if (!moment.rules().urgingOffered()) {
                return new Outcome.Refused(Refusal.URGING_NOT_OFFERED);
            }
            Part.Urging last = before.last(Part.Urging.class).orElse(null);
            Instant again = last == null
                    ? moment.now()
                    : last.urgedAt().plus(moment.rules().urgeEvery());
            if (again.isAfter(moment.now())) {
                return new Outcome.Refused(Refusal.URGED_TOO_SOON, again);
            }
            UUID id = moment.newId();
            int count = last == null ? 1 : last.count() + 1;
            Change change = new Change(before, moment).put(new Part.Urging(id, count, moment.now(), null));
            change.tell(new ComplaintUrged(change.complaintId(), count, channel, moment.by(), moment.now()));
            return change.done(id);
        }
    }
}
