package org.redress.intake.remedy;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.redress.intake.complaint.Viewer;
import org.redress.service.caller.Caller;
import org.redress.service.caller.Role;
import org.redress.service.problem.ProblemException;

/** The ledger of remedies over HTTP. */
@Path("/api/v1/complaints")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "case")
public class RemedyLedgerResource {
    private final ReadLedger readLedger;
    private final Caller caller;

    RemedyLedgerResource(ReadLedger readLedger, Caller caller) {
        this.readLedger = readLedger;
        this.caller = caller;
    }

    /** All that was asked for, offered and ordered on a complaint; staff also see the orders to the platform. */
    @GET
    @Path("/{id}/remedies")
    @RolesAllowed({Role.COMPLAINANT, Role.PARTNER, Role.AGENT, Role.SUPERVISOR, Role.OPS, Role.PLATFORM})
    @Operation(summary = "All that was asked for, offered and ordered on a complaint, with histories and proof")
    @APIResponse(
            responseCode = "200",
            description = "The ledger",
            content = @Content(schema = @Schema(implementation = RemedyLedgerView.class)))
    public RemedyLedgerView remedies(@PathParam("id") UUID id) {
        return readLedger.of(id, Viewer.of(caller)).orElseThrow(ProblemException::notFound);
    }
}
