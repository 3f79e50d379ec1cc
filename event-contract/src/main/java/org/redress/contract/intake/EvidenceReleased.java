package org.redress.contract.intake;

import java.time.Instant;
import java.util.UUID;
import org.redress.contract.Actor;
import org.redress.contract.EventData;
import org.redress.contract.FieldRule;

/**
 * What the merchant handed in is shown to the complainant from now on.
 *
 * @param complaintId the complaint
 * @param evidenceId the piece of evidence
 * @param version up to this version; a later one is released anew
 * @param by who released it
 * @param releasedAt when
 */
public record EvidenceReleased(UUID complaintId, UUID evidenceId, int version, Actor by, Instant releasedAt)
        implements IntakeEvent {
    /** The wire name. */
    public static final String TYPE = "org.redress.evidence-released.v1";

    /** Checks the rules of single fields. */
    public EvidenceReleased {
        FieldRule.atLeast("version", version, 1);
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
