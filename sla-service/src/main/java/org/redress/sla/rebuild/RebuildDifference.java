package org.redress.sla.rebuild;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A clock that a rebuild changed, or would change.
 *
 * @param key which freeze, remedy, … it is about, or empty
 * @param effect CHANGED, or BREACH_KEPT for one that stays as it was because its breach is recorded
 * @param before null for a clock that was not there
 * @param after as computed
 */
@Schema(name = "RebuildDifference")
public record RebuildDifference(
        UUID complaintId,
        String metric,
        int cycle,
        String key,
        String effect,

        @Schema(implementation = Object.class) @JsonRawValue @Nullable
        String before,

        @Schema(implementation = Object.class) @JsonRawValue String after) {}
