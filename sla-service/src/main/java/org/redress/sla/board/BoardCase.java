package org.redress.sla.board;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An open clock on the board.
 *
 * @param key which freeze, remedy, … it is about, where a complaint has several of the metric
 * @param severity NORMAL as long as triage has said nothing
 * @param state how it stands now
 * @param dueAt null while it is paused and nothing known ends that
 * @param riskAt from when on it is at risk while it runs
 * @param breachedAt the due time that passed
 * @param remaining until due, null once it is due or without a due time
 * @param overdue since due, null before
 * @param pause the pause it is in
 * @param explanation where the deadline is explained, segment by segment
 */
@Schema(name = "BoardCase")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record BoardCase(
        UUID clockId,
        UUID complaintId,
        String platform,
        String metric,
        int cycle,
        @Nullable String key,
        String severity,
        @Nullable String category,
        @Nullable String queue,
        @Nullable String tier,
        @Nullable String owner,
        BoardState state,
        Instant startedAt,
        @Nullable Instant dueAt,
        @Nullable Instant riskAt,
        @Nullable Instant breachedAt,
        @Schema(implementation = String.class) @Nullable Duration remaining,
        @Schema(implementation = String.class) @Nullable Duration overdue,
        @Nullable CurrentPause pause,
        String explanation) {

    /**
     * The pause a clock is in.
     *
     * @param by who opened it, as far as the event said
     * @param lasting from its begin to now
     * @param until when it ends by itself, by its own due time or by the cap; null when nothing known ends it
     */
    @Schema(name = "CurrentPause")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record CurrentPause(
            String reason,
            @Nullable String by,
            Instant since,
            @Schema(implementation = String.class) Duration lasting,
            @Nullable Instant until) {}
}
