package org.redress.sla.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.redress.service.caller.Caller;
import org.redress.service.caller.Role;
import org.redress.service.page.Cursor;
import org.redress.service.page.Page;
import org.redress.service.time.StorableTime;
import org.redress.sla.report.ReportRepository.Place;

/** Reports over HTTP, each caller's own platform only. The same as CSV is {@link ReportCsvResource}. */
@Path("/api/v1/sla/reports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reports", description = "Deadlines kept and missed, what pauses took, how late breaches were noticed")
public class ReportResource {
    private final ReadReports reports;
    private final Caller caller;

    ReportResource(ReadReports reports, Caller caller) {
        this.reports = reports;
        this.caller = caller;
    }

    /** How many deadlines were kept. */
    @GET
    @Path("/attainment")
    @RolesAllowed({Role.SUPERVISOR, Role.OPS, Role.PLATFORM, Role.ADMIN})
    @Operation(
            summary = "Deadlines kept, by week, metric and severity; withdrawn breaches left out",
            description = "Deadlines that fell due from..to, at most 371 days. The same as CSV: attainment.csv.")
    @APIResponse(responseCode = "200", description = "The report")
    @APIResponse(responseCode = "422", description = "The range is wrong or too wide")
    public AttainmentReport attainment(@BeanParam ReportParameters parameters) {
        return reports.attainment(caller.platform(), reports.range(parameters));
    }

    /** The deadlines behind a figure. */
    @GET
    @Path("/deadlines")
    @RolesAllowed({Role.SUPERVISOR, Role.OPS, Role.PLATFORM, Role.ADMIN})
    @Operation(summary = "The deadlines behind a report, by due time", description = "The same as CSV: deadlines.csv.")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "422", description = "The range, a filter or the cursor is wrong")
    public Page<PastDeadline> deadlines(
            @BeanParam ReportParameters parameters,
            @Valid @BeanParam DeadlineParameters which,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return Page.of(
                reports.deadlines(
                        caller.platform(), reports.range(parameters), which.selection(), place(cursor), limit),
                limit,
                ReportResource::cursor);
    }

    private static String cursor(PastDeadline last) {
        return Cursor.of(
                Map.of("due", last.dueAt().toString(), "id", last.clockId().toString()));
    }

    private static @Nullable Place place(@Nullable String cursor) {
        Map<String, String> values = Cursor.parse(cursor);
        if (values.isEmpty()) {
            return null;
        }
        try {
            return new Place(
                    StorableTime.parse(values.getOrDefault("due", "")), UUID.fromString(values.getOrDefault("id", "")));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Cursor.refused();
        }
    }
}
