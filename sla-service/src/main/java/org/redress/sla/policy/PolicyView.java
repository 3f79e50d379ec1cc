package org.redress.sla.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A policy version as clients see it.
 *
 * @param state where it is in its life
 * @param activeFrom complaints filed at or after this instant fall under it; null for what never took effect
 * @param calendarVersion the version of the calendar it was accepted with, and counts by for good
 * @param policy the policy, in the form in which it is created
 */
@Schema(name = "Policy", description = "A version of a platform's policy. It never changes; a change is a new version.")
@JsonInclude(JsonInclude.Include.ALWAYS)
record PolicyView(
        String platform,
        int version,
        PolicyState state,
        @Nullable Instant activeFrom,
        @Nullable String activatedBy,
        Instant createdAt,
        String createdBy,
        @Nullable Instant retiredAt,
        @Nullable String retiredBy,
        int calendarVersion,

        @Schema(type = SchemaType.OBJECT) JsonNode policy) {

    static PolicyView of(StoredPolicy stored) {
        return new PolicyView(
                stored.platform(),
                stored.version(),
                stored.state(),
                stored.activeFrom(),
                stored.activatedBy(),
                stored.createdAt(),
                stored.createdBy(),
                stored.retiredAt(),
                stored.retiredBy(),
                stored.calendarVersion(),
                PolicyDocuments.tree(stored));
    }
}
