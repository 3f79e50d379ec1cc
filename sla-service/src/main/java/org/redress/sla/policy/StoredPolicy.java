package org.redress.sla.policy;

import java.time.Instant;

/**
 * A version of a platform's policy as it was accepted.
 *
 * @param document the policy as JSON text
 * @param activeFrom complaints filed at or after this instant fall under it
 */
record StoredPolicy(
        String platform, int version, String document, Instant activeFrom, Instant createdAt, String createdBy) {}
