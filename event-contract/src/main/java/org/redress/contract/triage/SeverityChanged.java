package org.redress.contract.triage;

import java.time.Instant;
import java.util.UUID;
import org.redress.contract.Actor;
import org.redress.contract.EventData;
import org.redress.contract.FieldRule;
import org.redress.contract.Severity;

/**
 * The severity of a complaint was changed without judging it anew, for example by a person (R20). The highest revision
 * holds, counted together with {@code ComplaintTriaged}.
 *
 * @param complaintId the complaint
 * @param revision how often the complaint has been judged, from 1
 * @param from what it was
 * @param to what it is
 * @param cause why, a code such as {@code OVERRULED}
 * @param by who changed it; {@code SYSTEM} when a rule did
 * @param changedAt when
 */
public record SeverityChanged(
        UUID complaintId, int revision, Severity from, Severity to, String cause, Actor by, Instant changedAt)
        implements TriageEvent {
    /** The wire name. */
    public static final String TYPE = "org.redress.severity-changed.v1";

    /** Checks the rules of single fields. */
    public SeverityChanged {
        FieldRule.atLeast("revision", revision, 1);
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
