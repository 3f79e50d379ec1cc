package org.redress.triage.complaint;

import java.time.Instant;
import java.util.UUID;
import org.redress.triage.routing.Tier;

/**
 * A complaint has an owner.
 *
 * @param owner the one named person who answers for it (R24)
 * @param cause why it was assigned
 * @param assignedAt the database's time
 */
public record Assignment(
        UUID complaintId, String platform, String queue, Tier tier, String owner, Cause cause, Instant assignedAt) {

    /** Why a complaint gets an owner. The names are on the wire. */
    public enum Cause {
        /** It was judged. */
        TRIAGED,
        /** A deadline sent it up. */
        ESCALATED,
        /** An appeal sent it up, or to someone who did not decide before. */
        APPEALED
    }
}
