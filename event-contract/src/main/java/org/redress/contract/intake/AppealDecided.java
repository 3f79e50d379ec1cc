package org.redress.contract.intake;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.contract.Actor;
import org.redress.contract.EventData;
import org.redress.contract.Tier;

/**
 * An appeal was decided, by a team above the one that decided before (R31).
 *
 * @param complaintId the complaint
 * @param appealId the appeal
 * @param outcome what it did to the decision
 * @param decisionId the decision that holds from now on, if one does; optional
 * @param tier the team that decided; optional
 * @param by who decided
 * @param decidedAt when
 */
public record AppealDecided(
        UUID complaintId,
        UUID appealId,
        AppealOutcome outcome,
        @Nullable UUID decisionId,
        @Nullable Tier tier,
        Actor by,
        Instant decidedAt)
        implements IntakeEvent {
    /** The wire name. */
    public static final String TYPE = "org.redress.appeal-decided.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public byte[] data() {
        return EventData.write(this);
    }
}
