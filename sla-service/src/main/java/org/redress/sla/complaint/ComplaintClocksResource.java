package org.redress.sla.complaint;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.redress.service.caller.Caller;
import org.redress.service.caller.Role;
import org.redress.service.problem.ProblemException;

/** A complaint's clocks over HTTP: for the staff of its platform and for its complainant (R26). */
@Path("/api/v1/sla/complaints")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Clocks", description = "Deadlines of a complaint, explained")
public class ComplaintClocksResource {
    private final ReadClocks read;
    private final Caller caller;

    ComplaintClocksResource(ReadClocks read, Caller caller) {
        this.read = read;
        this.caller = caller;
    }

    /** The clocks as they stand now. */
    @GET
    @Path("/{id}")
    @RolesAllowed({Role.COMPLAINANT, Role.AGENT, Role.SUPERVISOR, Role.OPS, Role.PLATFORM, Role.ADMIN})
    @Operation(summary = "The clocks of a complaint as they stand now, each with its explanation")
    @APIResponse(responseCode = "200", description = "The clocks; none yet while standing is not TIMED")
    @APIResponse(responseCode = "404", description = "Absent, or not yours")
    public ComplaintClocks clocks(@PathParam("id") UUID id) {
        String owner = caller.isOnlyComplainant() ? caller.subject() : null;
        return read.of(id, caller.platform(), owner).orElseThrow(ProblemException::notFound);
    }
}
