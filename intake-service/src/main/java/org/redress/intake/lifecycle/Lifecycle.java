package org.redress.intake.lifecycle;

import org.redress.intake.lifecycle.LifecycleTable.Cell;

/** The state machine: a pure function of the case, the command and the moment. Thread safe. */
public final class Lifecycle {
    private Lifecycle() {}

    /**
     * What a command does to a case, or why it is refused. Asks in this order: who gives it, where the case stands, what
     * the command itself needs; so that nobody learns of a case what they may not act on.
     *
     * @throws IllegalStateException if a command leads where the table does not say: a defect of ours
     */
    public static Outcome apply(Case before, Command command, Moment moment) {
        if (!LifecycleTable.who(command.act()).contains(moment.by().role())) {
            return new Outcome.Refused(Refusal.NOT_FOR_THIS_ROLE);
        }
        Cell cell = LifecycleTable.cell(command.act(), before.status());
        if (cell instanceof Cell.Refused refused) {
            return new Outcome.Refused(refused.why());
        }
        String words = command.words();
        if (command.needsWords() && (words == null || words.isBlank())) {
            return new Outcome.Refused(Refusal.REASON_REQUIRED);
        }
        Outcome outcome = command.on(before, moment);
        if (outcome instanceof Outcome.Done done
                && !((Cell.Accepted) cell).leadsTo().contains(done.after().status())) {
            throw new IllegalStateException(command.act() + " leads from " + before.status() + " to "
                    + done.after().status());
        }
        return outcome;
    }
}
