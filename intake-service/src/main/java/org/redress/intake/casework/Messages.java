package org.redress.intake.casework;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.redress.contract.Actor;
import org.redress.contract.ActorRole;
import org.redress.intake.casework.CaseRequests.MessageRequest;
import org.redress.intake.casework.CaseRequests.Side;
import org.redress.intake.lifecycle.Command;
import org.redress.intake.lifecycle.ContactCommand;
import org.redress.service.problem.ProblemException;

/** Whose words a message holds, and who reads them. */
final class Messages {
    private static final Set<ActorRole> STAFF = EnumSet.of(ActorRole.AGENT, ActorRole.SUPERVISOR, ActorRole.OPS);

    private Messages() {}

    /**
     * The command behind a message.
     *
     * @throws ProblemException 422 if somebody else than staff says whose words they are or chooses who reads them
     */
    static Command post(Actor by, MessageRequest body, Locale language) {
        boolean staff = STAFF.contains(by.role());
        if (!staff && body.to() != null) {
            throw FieldTexts.refusal("/to", "not-expected", "reader", language);
        }
        if (!staff && body.from() != null) {
            throw FieldTexts.refusal("/from", "not-expected", "speaker", language);
        }
        Side to = body.to();
        return new ContactCommand.PostMessage(
                from(by, body), to == null ? null : ActorRole.valueOf(to.name()), body.text());
    }

    /** A partner speaks for the complainant. */
    private static ActorRole from(Actor by, MessageRequest body) {
        boolean complainant = body.from() == Side.COMPLAINANT || by.role() == ActorRole.PARTNER;
        return complainant ? ActorRole.COMPLAINANT : by.role();
    }
}
