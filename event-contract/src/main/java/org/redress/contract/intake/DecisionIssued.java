package org.redress.contract.intake;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.contract.Actor;
import org.redress.contract.EventData;
import org.redress.contract.FieldRule;
import org.redress.contract.Tier;

/**
 * A complaint was decided and the decision served (R25, R30). What it orders follows as {@code RemedyOrdered}.
 *
 * @param complaintId the complaint
 * @param decisionId the decision
 * @param outcome how it was decided
 * @param basis the rules it rests on, by their stable names
 * @param amount how much was granted in all, a decimal number as text; optional
 * @param currency its ISO 4217 code; optional
 * @param tier the team that decided; optional
 * @param appealId the appeal that led to it, if one did; optional
 * @param servedAt when it reached the complainant; the time to appeal runs from here (R31)
 * @param appealUntil until when it can be appealed against, if it can; optional
 * @param by who decided
 * @param issuedAt when it was decided
 */
public record DecisionIssued(
        UUID complaintId,
        UUID decisionId,
        DecisionOutcome outcome,
        List<String> basis,
        @Nullable String amount,
        @Nullable String currency,
        @Nullable Tier tier,
        @Nullable UUID appealId,
        Instant servedAt,
        @Nullable Instant appealUntil,
        Actor by,
        Instant issuedAt)
        implements IntakeEvent {
    /** The wire name. */
    public static final String TYPE = "org.redress.decision-issued.v1";

    /** Checks the rules of single fields. */
    public DecisionIssued {
        basis = List.copyOf(basis);
        FieldRule.amount("amount", amount);
        FieldRule.currency("currency", currency);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public byte[] data() {
        return EventData.write(this);
    }
}
