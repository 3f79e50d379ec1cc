package org.redress.sla.clock;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A clock as clients see it, with its explanation.
 *
 * @param clockId null in a simulation
 * @param key which freeze, remedy, … it is about, where a complaint has several of the metric
 * @param rule position of the rule in the policy, from 0
 * @param why the rule's condition in words
 * @param startedBy the event that started it
 * @param remaining until due, null once it is due or ended
 * @param overdue from due to now or to the end, null when it is not overdue
 */
@Schema(name = "Clock")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ClockView(
        @Nullable UUID clockId,
        String metric,
        int cycle,
        @Nullable String key,
        String state,
        int rule,
        String why,
        String target,
        String unit,
        String startedBy,
        Instant startedAt,
        @Nullable Instant dueAt,
        @Nullable Instant metAt,
        @Nullable Instant breachedAt,
        @Nullable Instant cancelledAt,
        @Schema(implementation = String.class) @Nullable Duration remaining,
        @Schema(implementation = String.class) @Nullable Duration overdue,
        List<LevelView> levels,
        List<StoredPause> pauses,
        List<SegmentView> segments,
        List<RemarkView> remarks) {

    /**
     * A level of a clock.
     *
     * @param at where it lies, as the policy writes it
     * @param fired whether it has fired
     * @param detectedAt when the watch noticed
     */
    @Schema(name = "ClockLevel")
    public record LevelView(
            String at,
            String kind,
            String to,
            @Nullable Instant firesAt,
            boolean fired,
            @Nullable Instant detectedAt,
            @Schema(implementation = String.class) @Nullable Duration lateBy) {}

    /**
     * A part of the way from start to due.
     *
     * @param counts whether it counted towards the target
     * @param why what it was: working time, closed hours, a rest day, a holiday's name, a pause's reason
     */
    @Schema(name = "ClockSegment")
    public record SegmentView(Instant from, Instant to, boolean counts, String why) {}

    /** Something a reader of the deadline should know, for example that a year has no statutory dates yet. */
    @Schema(name = "ClockRemark")
    public record RemarkView(String code, String text) {}
}
