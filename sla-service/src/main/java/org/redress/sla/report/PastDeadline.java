package org.redress.sla.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A deadline behind a report's figure.
 *
 * @param outcome what it counts as
 * @param endedAt when it was met or cancelled
 * @param overdue from due to its end or to now; null unless it is breached
 * @param withdrawnBecause why a breach of it was withdrawn
 * @param explanation where it is explained, segment by segment
 */
@Schema(name = "PastDeadline")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record PastDeadline(
        UUID clockId,
        UUID complaintId,
        String platform,
        String week,
        String metric,
        String severity,
        @Nullable String queue,
        @Nullable String owner,
        Outcome outcome,
        Instant startedAt,
        Instant dueAt,
        @Nullable Instant endedAt,
        @Schema(implementation = String.class) @Nullable Duration overdue,
        @Schema(implementation = String.class) Duration paused,
        @Nullable String withdrawnBecause,
        String explanation) {}
