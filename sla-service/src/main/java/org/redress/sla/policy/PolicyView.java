package org.redress.sla.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A policy version as clients see it.
 *
 * @param activeFrom complaints filed at or after this instant fall under it
 * @param policy the policy, in the form in which it is activated
 */
@Schema(name = "Policy", description = "A version of a platform's policy. It never changes; a change is a new version.")
record PolicyView(
        String platform,
        int version,
        Instant activeFrom,
        Instant createdAt,
        String createdBy,

        @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.OBJECT)
        JsonNode policy) {}
