package org.redress.sla.report;

import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.redress.service.problem.FieldError;
import org.redress.service.problem.ProblemException;

/** The query parameters that say which days a report is about. */
public final class ReportParameters {
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final int DEFAULT_DAYS = 28;

    /** The first day. */
    @QueryParam("from")
    @Parameter(description = "first day, 2026-11-01; by default four weeks before the last day")
    @Nullable
    String from;

    /** The last day, included. */
    @QueryParam("to")
    @Parameter(description = "last day, included; by default today")
    @Nullable
    String to;

    /** Made by the framework. */
    public ReportParameters() {}

    /**
     * The range these parameters mean.
     *
     * @param today in the zone
     * @throws ProblemException 422 when a date is none, or the range is empty or longer than 371 days
     */
    ReportRange range(LocalDate today, ZoneId zone) {
        var errors = new ArrayList<FieldError>();
        LocalDate last = day("to", to, today, errors);
        LocalDate first = day("from", from, last.minusDays(DEFAULT_DAYS - 1L), errors);
        if (errors.isEmpty() && first.isAfter(last)) {
            errors.add(new FieldError("/from", "range", "a day not after the last one"));
        } else if (errors.isEmpty() && first.plusDays(ReportRange.MOST_DAYS).compareTo(last) <= 0) {
            errors.add(
                    new FieldError("/from", "range", "at most " + ReportRange.MOST_DAYS + " days up to the last one"));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return new ReportRange(first, last, zone);
    }

    private static LocalDate day(String name, @Nullable String text, LocalDate otherwise, List<FieldError> errors) {
        if (text == null) {
            return otherwise;
        }
        try {
            LocalDate day = DAY.matcher(text).matches() ? LocalDate.parse(text) : null;
            if (day != null && day.getYear() >= 2000 && day.getYear() < 3000) {
                return day;
            }
        } catch (DateTimeException e) {
            // said below
        }
        errors.add(new FieldError("/" + name, "format", "a day from 2000-01-01 on, 2026-11-01"));
        return otherwise;
    }
}
