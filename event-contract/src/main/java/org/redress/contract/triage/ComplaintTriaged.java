package org.redress.contract.triage;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.redress.contract.Category;
import org.redress.contract.EventData;
import org.redress.contract.FieldRule;
import org.redress.contract.Severity;
import org.redress.contract.Tier;

/**
 * A complaint was judged, for the first time or anew (R20, R22). The highest revision holds.
 *
 * @param complaintId the complaint
 * @param revision how often the complaint has been judged, from 1
 * @param category what it is about
 * @param severity how urgent it is
 * @param confidence how sure the judgement is, 0 to 1
 * @param liability who may have caused it; several may apply
 * @param queue the queue it waits in
 * @param tier the team that works it
 * @param owner the one named person who answers for it (R24)
 * @param reasons the rules that led here
 * @param triagedAt when it was judged
 */
public record ComplaintTriaged(
        UUID complaintId,
        int revision,
        Category category,
        Severity severity,
        double confidence,
        List<Liability> liability,
        String queue,
        Tier tier,
        String owner,
        List<Reason> reasons,
        Instant triagedAt)
        implements TriageEvent {
    /** The wire name. */
    public static final String TYPE = "org.redress.complaint-triaged.v1";

    /** Checks the rules of single fields. */
    public ComplaintTriaged {
        FieldRule.atLeast("revision", revision, 1);
        FieldRule.share("confidence", confidence);
        liability = List.copyOf(liability);
        reasons = List.copyOf(reasons);
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
