package org.redress.sla.migration;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a migration would do if it ran now. Nothing was stored.
 *
 * @param open how many complaints it would take
 * @param looked how many of these the counts are about; fewer than {@code open} says that the rest was not computed
 * @param counts over these
 * @param items a page of the complaints of which something would change or that would fail
 * @param next cursor of the next page, which begins behind all that was looked at
 */
@Schema(name = "MigrationPreview")
record MigrationPreview(
        long open,
        int looked,
        Counts counts,
        List<CasePreview> items,
        @Nullable String next) {

    /**
     * How many complaints, and clocks of theirs.
     *
     * @param complaintsChanged of which at least one clock would move, appear, end or be breached
     * @param complaintsFailed that could not be computed and would be left as they are
     * @param clocksLater whose due time would be later
     * @param clocksEarlier whose due time would be earlier
     * @param breachedAtOnce clocks that run in time now and would be past due
     * @param levelsAtOnce levels that would fire at once, by kind
     * @param appearing clocks per metric that would be there and are not
     * @param ending clocks per metric that would be cancelled for want of a rule
     */
    @Schema(name = "MigrationCounts")
    record Counts(
            int complaintsChanged,
            int complaintsFailed,
            int clocksLater,
            int clocksEarlier,
            int breachedAtOnce,
            Map<String, Integer> levelsAtOnce,
            Map<String, Integer> appearing,
            Map<String, Integer> ending) {}

    /**
     * What would become of a complaint.
     *
     * @param failure why it could not be moved
     */
    @Schema(name = "MigrationCasePreview")
    record CasePreview(UUID complaintId, @Nullable String failure, List<ClockPreview> clocks) {}

    /**
     * What would become of a clock.
     *
     * @param change LATER, EARLIER, APPEARS, ENDS, or SAME where only the rule would be another
     * @param movesBySeconds by how much the due time moves, negative for earlier
     * @param breachedAtOnce whether it is in time now and would be past due
     * @param firesAtOnce the levels that would fire at once, in order, like {@code BREACH SUPERVISOR}
     */
    @Schema(name = "MigrationClockPreview")
    record ClockPreview(
            String metric,
            int cycle,
            @Nullable String key,
            String change,
            @Nullable Instant dueBefore,
            @Nullable Instant dueAfter,
            @Nullable Long movesBySeconds,
            boolean breachedAtOnce,
            List<String> firesAtOnce) {}
}
