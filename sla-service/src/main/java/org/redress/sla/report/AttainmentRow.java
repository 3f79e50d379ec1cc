package org.redress.sla.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The deadlines of one metric and severity that fell due in one week. Windows are not among them.
 *
 * @param week the ISO week of the due time, 2026-W47
 * @param severity as it is now; NORMAL as long as triage has said nothing
 * @param met in time
 * @param breached not met in time; without withdrawn breaches
 * @param attainment met / (met + breached), four decimals; null without either
 * @param open neither met nor breached yet; not in attainment
 * @param cancelled before a breach; not in attainment
 * @param withdrawn breaches that were recorded and withdrawn; these deadlines count as what they are without the breach
 * @param paused the time these clocks stood still, added up
 * @param pausedShare paused divided by the time these clocks took from start to end, or to now; four decimals
 * @param levels warnings, breaches and escalations that fired
 * @param lateLevels of these, noticed late
 * @param latest the longest from a level's time to its noticing
 * @param lateP95 95 of 100 levels were noticed within this time
 * @param deadlines the address of the list behind the row
 */
@Schema(name = "AttainmentRow")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record AttainmentRow(
        String platform,
        String week,
        String metric,
        String severity,
        long met,
        long breached,
        @Nullable BigDecimal attainment,
        long open,
        long cancelled,
        long withdrawn,
        @Schema(implementation = String.class) Duration paused,
        BigDecimal pausedShare,
        long levels,
        long lateLevels,
        @Schema(implementation = String.class) @Nullable Duration latest,
        @Schema(implementation = String.class) @Nullable Duration lateP95,
        String deadlines) {}
