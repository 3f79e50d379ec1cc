package org.redress.contract.triage;

import java.time.Instant;
import java.util.UUID;
import org.redress.contract.Actor;
import org.redress.contract.EventData;
import org.redress.contract.FieldRule;

/**
 * An incident is over. Its subject is the incident, not a complaint.
 *
 * @param incidentId the incident
 * @param platform the platform
 * @param cause why, a code such as {@code FIXED}
 * @param complaints how many complaints it had
 * @param by who closed it
 * @param closedAt when
 */
public record IncidentClosed(UUID incidentId, String platform, String cause, int complaints, Actor by, Instant closedAt)
        implements TriageEvent {
    /** The wire name. */
    public static final String TYPE = "org.redress.incident-closed.v1";

    /** Checks the rules of single fields. */
    public IncidentClosed {
        FieldRule.atLeast("complaints", complaints, 0);
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
