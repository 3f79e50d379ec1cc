package org.redress.triage.complaint;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.redress.service.caller.Caller;
import org.redress.service.caller.Role;
import org.redress.service.problem.Languages;
import org.redress.service.problem.ProblemException;

/** Triage results over HTTP. */
@Path("/api/v1/triage/complaints")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "triage", description = "Category, severity, liability and route of a complaint")
public class TriageResource {

    private final ResultRepository results;
    private final Caller caller;

    TriageResource(ResultRepository results, Caller caller) {
        this.results = results;
        this.caller = caller;
    }

    /** The latest result of a complaint of the caller's platform; the complainant sees a part of an own one. */
    @GET
    @Path("{id}")
    @RolesAllowed({Role.COMPLAINANT, Role.AGENT, Role.SUPERVISOR, Role.OPS, Role.PLATFORM, Role.ADMIN})
    @Operation(summary = "The triage result of a complaint", operationId = "triageResult")
    @APIResponse(
            responseCode = "200",
            description = "The latest result; a complainant sees category, severity, queue and owner of an own one",
            content = @Content(schema = @Schema(anyOf = {TriageView.class, TriageView.OwnView.class})))
    @APIResponse(responseCode = "404", description = "Absent, not yours, or not judged yet")
    public Response result(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        boolean own = caller.isOnlyComplainant();
        TriageView view = results.find(
                        caller.platform(), uuid(id), own ? caller.subject() : null, Languages.of(language))
                .orElseThrow(ProblemException::notFound);
        return Response.ok(own ? view.forComplainant() : view).build();
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound();
        }
    }
}
