package org.redress.intake.complaint;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.redress.service.caller.Caller;
import org.redress.service.caller.Role;
import org.redress.service.problem.ProblemCode;
import org.redress.service.problem.ProblemException;

/** Reads complaints. What the caller may not see answers like what does not exist. */
@Path("/api/v1/complaints")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "complaints", description = "Filing and reading complaints")
public class ComplaintResource {
    private final ComplaintRepository complaints;
    private final Caller caller;

    ComplaintResource(ComplaintRepository complaints, Caller caller) {
        this.complaints = complaints;
        this.caller = caller;
    }

    /** One complaint; 304 if the caller has this version. */
    @GET
    @Path("/{id}")
    @RolesAllowed({Role.COMPLAINANT, Role.AGENT, Role.SUPERVISOR, Role.OPS, Role.PLATFORM, Role.PARTNER})
    @Operation(summary = "A complaint, for its owner and the platform's staff")
    @APIResponse(
            responseCode = "200",
            description = "The complaint; ETag is set",
            content = @Content(schema = @Schema(implementation = ComplaintView.class)))
    @APIResponse(responseCode = "304", description = "If-None-Match names this version; ETag is set")
    public Response find(@PathParam("id") UUID id, @Context Request request) {
        var found = complaints.find(id, Viewer.of(caller)).orElseThrow(ProblemException::notFound);
        var tag = new EntityTag(found.tag());
        var unchanged = request.evaluatePreconditions(tag);
        var answer = unchanged != null ? unchanged : Response.ok(found.complaint());
        return told(answer.tag(tag).cacheControl(revalidated()).build());
    }

    /** The framework refuses a foreign {@code If-Match} without a word. */
    private static Response told(Response answer) {
        if (answer.getStatus() == ProblemCode.STALE.status()) {
            throw new ProblemException(ProblemCode.STALE);
        }
        return answer;
    }

    private static CacheControl revalidated() {
        var control = new CacheControl();
        control.setPrivate(true);
        control.setNoCache(true);
        control.setNoTransform(false);
        return control;
    }
}
