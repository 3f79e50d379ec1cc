package org.redress.sla.policy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of a platform's policy as it was accepted, and where it is in its life.
 *
 * @param document the policy as JSON text; never changes
 * @param calendarOwner whose calendar it was accepted with
 * @param calendarVersion the version of that calendar; never changes
 * @param activeFrom complaints filed at or after this instant fall under it; null for what never took effect
 * @param revision rises with each step of its life
 * @param inForce whether complaints filed now fall under it
 * @param readAt when this was read, by the database's clock
 */
record StoredPolicy(
        String platform,
        int version,
        String document,
        String calendarOwner,
        int calendarVersion,
        @Nullable Instant activeFrom,
        @Nullable String activatedBy,
        Instant createdAt,
        String createdBy,
        @Nullable Instant retiredAt,
        @Nullable String retiredBy,
        int revision,
        boolean inForce,
        Instant readAt) {

    /** Where it is in its life. */
    PolicyState state() {
        if (retiredAt != null) {
            return PolicyState.RETIRED;
        }
        if (activeFrom == null) {
            return PolicyState.DRAFT;
        }
        if (activeFrom.isAfter(readAt)) {
            return PolicyState.SCHEDULED;
        }
        return inForce ? PolicyState.IN_FORCE : PolicyState.SUPERSEDED;
    }

    /** What a client must have seen to change it. */
    String etag() {
        return "\"" + version + "." + revision + "\"";
    }
}
