package org.redress.sla.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The days a report is about: deadlines that fell due on them.
 *
 * @param from the first day
 * @param to the last day, included
 */
record ReportRange(LocalDate from, LocalDate to, ZoneId zone) {
    /** The longest report, in days. */
    static final int MOST_DAYS = 371;

    /** The first instant of the first day. */
    Instant begin() {
        return from.atStartOfDay(zone).toInstant();
    }

    /** The first instant after the last day. */
    Instant end() {
        return to.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
