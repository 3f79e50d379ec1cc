package org.redress.sla.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.redress.service.caller.Caller;
import org.redress.service.caller.Role;
import org.redress.sla.report.ReportRepository.Selection;

/** Reports as files for spreadsheets, see {@link CsvTable}. Each is written while it is read, page by page. */
@Path("/api/v1/sla/reports")
@Produces(ReportCsvResource.CSV)
@Tag(name = "Reports")
public class ReportCsvResource {
    static final String CSV = "text/csv";

    private static final String CSV_IN_UTF8 = CSV + "; charset=utf-8; header=present";

    private final ReadReports reports;
    private final ReportCsv csv;
    private final Caller caller;

    ReportCsvResource(ReadReports reports, ReportCsv csv, Caller caller) {
        this.reports = reports;
        this.csv = csv;
        this.caller = caller;
    }

    /** The attainment report. */
    @GET
    @Path("/attainment.csv")
    @RolesAllowed({Role.SUPERVISOR, Role.OPS, Role.PLATFORM, Role.ADMIN})
    @Operation(
            summary = "The attainment report as CSV",
            description = "UTF-8 with a byte order mark; no cell is a formula.")
    @APIResponse(
            responseCode = "200",
            description = "The columns of the JSON report",
            content = @Content(mediaType = CSV, schema = @Schema(implementation = String.class)))
    public Response attainment(@BeanParam ReportParameters parameters) {
        ReportRange range = reports.range(parameters);
        List<AttainmentRow> rows = reports.attainment(caller.platform(), range).rows();
        return file("attainment", range, out -> csv.attainment(rows, out));
    }

    /** The deadlines behind a figure, all of them. */
    @GET
    @Path("/deadlines.csv")
    @RolesAllowed({Role.SUPERVISOR, Role.OPS, Role.PLATFORM, Role.ADMIN})
    @Operation(summary = "The deadlines behind a report as CSV, all of them")
    @APIResponse(
            responseCode = "200",
            description = "The columns of the JSON list",
            content = @Content(mediaType = CSV, schema = @Schema(implementation = String.class)))
    public Response deadlines(@BeanParam ReportParameters parameters, @Valid @BeanParam DeadlineParameters which) {
        String platform = caller.platform();
        ReportRange range = reports.range(parameters);
        Selection selection = which.selection();
        return file(
                "deadlines",
                range,
                out -> csv.deadlines(last -> reports.behind(platform, range, selection, last), out));
    }

    /** The file's name is made of our own words and of dates, so that nobody else's text gets into a header. */
    private static Response file(String report, ReportRange range, StreamingOutput content) {
        String name = "%s-%s-%s.csv".formatted(report, range.from(), range.to());
        return Response.ok(content, CSV_IN_UTF8)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }
}
