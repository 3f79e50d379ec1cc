package org.redress.intake.casework;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.redress.contract.intake.AppealOutcome;
import org.redress.contract.intake.DecisionOutcome;
import org.redress.intake.casework.RulingRequests.AppealDecisionRequest;
import org.redress.intake.lifecycle.AppealCommand;
import org.redress.intake.lifecycle.Command;
import org.redress.intake.lifecycle.RemedyOrder;
import org.redress.service.problem.ProblemException;

/** Decisions of appeals as they arrive. */
final class Appeals {
    private Appeals() {}

    /**
     * The command behind an appeal's decision.
     *
     * @throws ProblemException 422 if it changes the decision without saying how, or says how without changing it
     */
    static Command decide(UUID appealId, AppealDecisionRequest body, Locale language) {
        boolean changes = body.outcome() == AppealOutcome.CHANGED;
        if (changes != (body.decision() != null)) {
            String code = changes ? "required" : "not-expected";
            throw FieldTexts.refusal("/decision", code, "changed-decides", language);
        }
        List<RemedyOrder> remedies = RemedyOrders.read(body.remedies(), language);
        if (!changes && !remedies.isEmpty()) {
            throw FieldTexts.refusal("/remedies", "not-expected", "changed-orders", language);
        }
        DecisionOutcome decision = body.decision() == null ? DecisionOutcome.NOT_ADMITTED : body.decision();
        return new AppealCommand.DecideAppeal(appealId, body.outcome(), decision, body.basis(), remedies, body.words());
    }
}
