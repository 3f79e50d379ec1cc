package org.redress.sla.complaint;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A complaint whose row this transaction holds.
 *
 * @param complainantId whose it is, known once it is filed
 * @param policyVersion the version it was filed under, chosen once
 */
record Complaint(
        UUID id,
        String platform,
        @Nullable String complainantId,
        @Nullable Instant filedAt,
        @Nullable Integer policyVersion,
        Standing standing,
        Traits traits) {

    /** The same complaint, filed. */
    Complaint filed(@Nullable String by, Instant at, Traits as) {
        return new Complaint(id, platform, by, at, policyVersion, standing, as);
    }

    /** The same complaint under a policy version. */
    Complaint under(int version) {
        return new Complaint(id, platform, complainantId, filedAt, version, Standing.TIMED, traits);
    }

    /** The same complaint with another standing. */
    Complaint standing(Standing other) {
        return new Complaint(id, platform, complainantId, filedAt, policyVersion, other, traits);
    }
}
