package org.redress.contract.intake;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.contract.Actor;
import org.redress.contract.EventData;
import org.redress.contract.FieldRule;
import org.redress.contract.Tier;

/**
 * The complainant appealed against a decision (R31).
 *
 * @param complaintId the complaint
 * @param appealId the appeal
 * @param decisionId the decision it is against
 * @param round which appeal of the complaint it is, from 1 (R32)
 * @param tier the team that is to decide it; optional
 * @param by who appealed
 * @param filedAt when
 */
public record AppealFiled(
        UUID complaintId,
        UUID appealId,
        UUID decisionId,
        int round,
        @Nullable Tier tier,
        Actor by,
        Instant filedAt) implements IntakeEvent {
    /** The wire name. */
    public static final String TYPE = "org.redress.appeal-filed.v1";

    /** Checks the rules of single fields. */
    public AppealFiled {
        FieldRule.atLeast("round", round, 1);
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
