package org.redress.sla.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How many deadlines were kept.
 *
 * @param asOf when it was made, on the database's clock
 * @param from the first day
 * @param to the last day, included
 * @param zone where these days and the weeks begin
 * @param lateAfter a level noticed later than this after its time counts as late
 * @param rows by week, metric and severity
 */
@Schema(name = "AttainmentReport")
public record AttainmentReport(
        Instant asOf,
        String platform,
        LocalDate from,
        LocalDate to,
        String zone,
        @Schema(implementation = String.class) Duration lateAfter,
        List<AttainmentRow> rows) {}
