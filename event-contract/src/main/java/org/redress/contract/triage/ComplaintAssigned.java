package org.redress.contract.triage;

import java.time.Instant;
import java.util.UUID;
import org.redress.contract.EventData;
import org.redress.contract.Tier;

/**
 * A complaint has an owner, the first or a new one (R24).
 *
 * @param complaintId the complaint
 * @param queue the queue it waits in
 * @param tier the team that works it
 * @param owner the one named person who answers for it
 * @param cause why it was assigned, a code such as {@code TRIAGED} or {@code ESCALATED}
 * @param assignedAt when it was assigned
 */
public record ComplaintAssigned(
        UUID complaintId, String queue, Tier tier, String owner, String cause, Instant assignedAt)
        implements TriageEvent {
    /** The wire name. */
    public static final String TYPE = "org.redress.complaint-assigned.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public byte[] data() {
        return EventData.write(this);
    }
}
