package org.redress.contract.triage;

import java.time.Instant;
import java.util.UUID;
import org.redress.contract.Actor;
import org.redress.contract.EventData;

/**
 * A complaint is about the same thing as an earlier one (R06). Both stay open until somebody says otherwise.
 *
 * @param complaintId the complaint
 * @param originalId the earlier complaint
 * @param rule the rule that found it, or {@code OBSERVED} for a person
 * @param by who found it; {@code SYSTEM} when a rule did
 * @param foundAt when
 */
public record DuplicateFound(UUID complaintId, UUID originalId, String rule, Actor by, Instant foundAt)
        implements TriageEvent {
    /** The wire name. */
    public static final String TYPE = "org.redress.duplicate-found.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public byte[] data() {
        return EventData.write(this);
    }
}
