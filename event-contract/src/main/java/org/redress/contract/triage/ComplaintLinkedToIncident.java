package org.redress.contract.triage;

import java.time.Instant;
import java.util.UUID;
import org.redress.contract.Actor;
import org.redress.contract.EventData;

/**
 * A complaint belongs to an incident (R52). It keeps its own clocks.
 *
 * @param complaintId the complaint
 * @param incidentId the incident
 * @param by who linked it; {@code SYSTEM} when a rule did
 * @param linkedAt when
 */
public record ComplaintLinkedToIncident(UUID complaintId, UUID incidentId, Actor by, Instant linkedAt)
        implements TriageEvent {
    /** The wire name. */
    public static final String TYPE = "org.redress.complaint-linked-to-incident.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public byte[] data() {
        return EventData.write(this);
    }
}
